import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a certification one move is under way at most; of several that two admins asked for at once, the last stays. Locks release_move while
 * its few rows are looked through.
 */
export class OneMoveAtATime1800000001420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update release_move earlier set finished_at = later.started_at, superseded_by = later.id
      from (select distinct on (certification_id) certification_id, id, started_at from release_move where finished_at is null
            order by certification_id, started_at desc, id desc) later
      where earlier.certification_id = later.certification_id and earlier.id <> later.id and earlier.finished_at is null`);
    await runner.query('create unique index release_move_under_way on release_move (certification_id) where finished_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index release_move_under_way');
  }
}
