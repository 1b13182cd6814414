import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enrollments, who may read them, their exam attempts and their history. New tables only: locks nothing that is in use. */
export class Enrollments1800000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enrollment (
        id uuid constraint enrollment_key primary key,
        learner_id uuid not null constraint enrollment_learner references account on delete cascade,
        level_id uuid not null constraint enrollment_level references level,
        release_id uuid not null constraint enrollment_release references release,
        state text not null constraint enrollment_state_known
          check (state in ('requested', 'active', 'paused', 'exam-taken', 'passed', 'failed', 'expired', 'withdrawn')),
        started_on date not null,
        exam_on date not null,
        weekly_minutes int[] not null constraint enrollment_week_has_seven_days check (cardinality(weekly_minutes) = 7),
        revision int not null default 1,
        created_at timestamptz not null
      )`);
    await runner.query(`create unique index enrollment_once_a_level on enrollment (learner_id, level_id) where state <> 'withdrawn'`);
    await runner.query('create index enrollment_of_learner on enrollment (learner_id, created_at, id)');
    await runner.query(`
      create table enrollment_reader (
        enrollment_id uuid not null constraint enrollment_reader_enrollment references enrollment on delete cascade,
        mentor_id uuid not null constraint enrollment_reader_mentor references account on delete cascade,
        reason text not null,
        granted_by uuid,
        granted_at timestamptz not null,
        constraint enrollment_reader_key primary key (enrollment_id, mentor_id)
      )`);
    await runner.query('create index enrollment_reader_of_mentor on enrollment_reader (mentor_id)');
    await runner.query(`
      create table outcome (
        id uuid constraint outcome_key primary key,
        enrollment_id uuid not null constraint outcome_enrollment references enrollment on delete cascade,
        taken_on date not null,
        result text not null constraint outcome_result_known check (result in ('passed', 'failed')),
        score_percent real,
        recorded_at timestamptz not null,
        recorded_by uuid not null
      )`);
    await runner.query('create index outcome_of_enrollment on outcome (enrollment_id, taken_on)');
    await runner.query(`
      create table enrollment_change (
        enrollment_id uuid not null constraint enrollment_change_enrollment references enrollment on delete cascade,
        id uuid not null,
        changed_at timestamptz not null,
        changed_by uuid not null,
        what text not null,
        became text not null,
        constraint enrollment_change_key primary key (enrollment_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['enrollment_change', 'outcome', 'enrollment_reader', 'enrollment']) await runner.query(`drop table ${table}`);
  }
}
