import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One way to do something once a day for all: claimed, and finished with what it found, so that what dies midway is done again the same day. A few rows: locks nothing for longer than a moment. */
export class DailyRuns1800000001980 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readiness_run');
    await runner.query(`
      create table readiness_run (
        name text not null constraint readiness_run_key primary key,
        claimable_at timestamptz not null,
        finished_on date,
        found jsonb
      )`);
    await runner.query(`
      insert into readiness_run (name, claimable_at, finished_on, found)
      select 'check', claimable_at, checked_on, jsonb_build_object('sampled', sampled, 'differing', differing)
      from readiness_check where finished_at is not null order by checked_on desc limit 1`);
    await runner.query('drop table readiness_check');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table readiness_check (
        checked_on date not null constraint readiness_check_key primary key,
        claimable_at timestamptz not null,
        finished_at timestamptz,
        sampled int not null default 0,
        differing int not null default 0
      )`);
    await runner.query(`
      insert into readiness_check (checked_on, claimable_at, finished_at, sampled, differing)
      select finished_on, claimable_at, claimable_at, (found ->> 'sampled')::int, (found ->> 'differing')::int
      from readiness_run where name = 'check' and found is not null`);
    await runner.query('drop table readiness_run');
    await runner.query(`
      create table readiness_run (
        name text not null constraint readiness_run_key primary key,
        ran_at timestamptz not null
      )`);
  }
}
