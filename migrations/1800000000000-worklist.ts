import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of what must be done, behind every queue message. A new table only: locks nothing that is in use. */
export class Worklist1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table work (
        kind text not null,
        subject_id uuid not null,
        marks int not null default 1,
        claimable_at timestamptz not null,
        constraint work_key primary key (kind, subject_id)
      )`);
    await runner.query('create index work_by_age on work (kind, claimable_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work');
  }
}
