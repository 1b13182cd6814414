import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was let into a level without what it demands, by whom and why. A new table only: locks nothing that is in use. */
export class Waivers1800000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table waiver (
        id uuid constraint waiver_key primary key,
        learner_id uuid not null constraint waiver_learner references account on delete cascade,
        level_id uuid not null constraint waiver_level references level,
        reason text not null,
        granted_at timestamptz not null,
        granted_by uuid not null,
        revoked_at timestamptz,
        revoked_by uuid
      )`);
    await runner.query('create unique index waiver_in_force on waiver (learner_id, level_id) where revoked_at is null');
    await runner.query('create index waiver_of_learner on waiver (learner_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table waiver');
  }
}
