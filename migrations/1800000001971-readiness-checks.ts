import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the nightly check of readiness found. A new table only: locks nothing that is in use. */
export class ReadinessChecks1800000001971 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table readiness_check (
        checked_on date not null constraint readiness_check_key primary key,
        claimable_at timestamptz not null,
        finished_at timestamptz,
        sampled int not null default 0,
        differing int not null default 0
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readiness_check');
  }
}
