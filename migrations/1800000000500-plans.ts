import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Preparation plans and their dated items. New tables only: locks nothing that is in use. */
export class Plans1800000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan (
        enrollment_id uuid not null
          constraint plan_key primary key
          constraint plan_enrollment references enrollment on delete cascade,
        release_id uuid not null constraint plan_release references release,
        enrollment_revision int not null,
        template text,
        basis text not null constraint plan_basis_known check (basis in ('published', 'estimate')),
        made_at timestamptz not null,
        planned_from date not null,
        exam_on date not null,
        needed_minutes int not null,
        available_minutes int not null,
        missing_minutes int not null,
        feasible boolean not null,
        ways_out jsonb not null,
        phases jsonb not null,
        next_due_at timestamptz
      )`);
    await runner.query(`
      create table plan_item (
        id uuid not null constraint plan_item_key primary key,
        enrollment_id uuid not null constraint plan_item_enrollment references enrollment on delete cascade,
        date date not null,
        position int not null,
        kind text not null constraint plan_item_kind_known check (kind in ('study', 'project', 'review', 'practice')),
        title text not null,
        skill_id uuid constraint plan_item_skill references skill,
        project_id uuid constraint plan_item_project references project,
        minutes int not null constraint plan_item_takes_time check (minutes between 1 and 1440)
      )`);
    // The sweep of plans whose learner's day has ended.
    await runner.query('create index plan_due on plan (next_due_at, enrollment_id)');
    // Every reader wants one enrollment's items, mostly of a span of dates, in order.
    await runner.query('create index plan_item_of_a_day on plan_item (enrollment_id, date, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_item');
    await runner.query('drop table plan');
  }
}
