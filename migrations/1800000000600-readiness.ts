import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the worker last computed of each enrollment, and one point a day of its history. New tables only: locks nothing that is in use. */
export class Readiness1800000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table readiness (
        enrollment_id uuid not null
          constraint readiness_key primary key
          constraint readiness_enrollment references enrollment on delete cascade,
        state text not null constraint readiness_state_known check (state in ('too-early', 'computed')),
        score int constraint readiness_score_fits check (score between 0 and 100),
        low int,
        high int,
        band text not null constraint readiness_band_known check (band in ('too-early', 'building', 'near', 'ready')),
        detail jsonb not null,
        model text not null,
        computed_at timestamptz not null,
        covers_until timestamptz not null,
        computed_for date not null,
        next_due_at timestamptz
      )`);
    await runner.query(`
      create table readiness_snapshot (
        enrollment_id uuid not null constraint readiness_snapshot_enrollment references enrollment on delete cascade,
        date date not null,
        score int,
        low int,
        high int,
        constraint readiness_snapshot_key primary key (enrollment_id, date)
      )`);
    // The sweep of what fades: those whose learner's day has ended.
    await runner.query('create index readiness_due on readiness (next_due_at, enrollment_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readiness_snapshot');
    await runner.query('drop table readiness');
  }
}
