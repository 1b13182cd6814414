import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What chances of passing are compared with and learnt from: peers of a level, predictions of exams that were taken, and models fitted to them; and when such work of a day was done last. New tables only: locks nothing that is in use. */
export class Passing1800000001960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table level_peers (
        level_id uuid not null constraint level_peers_level references level,
        tenth smallint not null constraint level_peers_tenth_fits check (tenth between 0 and 10),
        learners int not null,
        norms jsonb not null,
        work_means jsonb not null,
        computed_at timestamptz not null,
        constraint level_peers_key primary key (level_id, tenth)
      )`);
    await runner.query(`
      create table exam_prediction (
        outcome_id uuid not null constraint exam_prediction_outcome references outcome on delete cascade,
        percent smallint not null constraint exam_prediction_percent_fits check (percent between 0 and 100),
        enrollment_id uuid not null constraint exam_prediction_enrollment references enrollment on delete cascade,
        level_id uuid not null constraint exam_prediction_level references level,
        release_id uuid not null constraint exam_prediction_release references release,
        taken_on date not null,
        has_passed boolean not null,
        features real[] not null,
        score int,
        probability real not null constraint exam_prediction_probability_fits check (probability between 0 and 1),
        model text not null,
        made_at timestamptz not null,
        constraint exam_prediction_key primary key (outcome_id, percent)
      )`);
    await runner.query('create index exam_prediction_of_level on exam_prediction (level_id, taken_on)');
    await runner.query('create index exam_prediction_of_enrollment on exam_prediction (enrollment_id)');
    await runner.query(`
      create table pass_model (
        version text not null constraint pass_model_key primary key,
        fitted_at timestamptz not null,
        outcomes int not null,
        coefficients jsonb not null,
        log_loss real not null,
        log_loss_before real not null,
        adopted_at timestamptz
      )`);
    await runner.query(`
      create table readiness_run (
        name text not null constraint readiness_run_key primary key,
        ran_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['readiness_run', 'pass_model', 'exam_prediction', 'level_peers']) await runner.query(`drop table ${table}`);
  }
}
