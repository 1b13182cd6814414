import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Study days, their entries, and finished projects. New tables only: locks nothing that is in use. */
export class Progress1800000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table study_day (
        enrollment_id uuid not null constraint study_day_enrollment references enrollment on delete cascade,
        date date not null,
        minutes int not null constraint study_day_fits check (minutes between 0 and 1440),
        entries int not null,
        constraint study_day_key primary key (enrollment_id, date)
      )`);
    await runner.query(`
      create table study_entry (
        id uuid constraint study_entry_key primary key,
        enrollment_id uuid not null constraint study_entry_enrollment references enrollment on delete cascade,
        date date not null,
        time_zone text not null,
        minutes int not null,
        skill_id uuid constraint study_entry_skill references skill,
        project_id uuid constraint study_entry_project references project,
        plan_item_id uuid,
        note text not null,
        logged_at timestamptz not null,
        changed_at timestamptz not null,
        deleted_at timestamptz
      )`);
    await runner.query('create index study_entry_of_a_day on study_entry (enrollment_id, date)');
    await runner.query(`
      create table project_completion (
        enrollment_id uuid not null constraint project_completion_enrollment references enrollment on delete cascade,
        project_id uuid not null constraint project_completion_project references project,
        finished_on date not null,
        recorded_at timestamptz not null,
        constraint project_completion_key primary key (enrollment_id, project_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project_completion', 'study_entry', 'study_day']) await runner.query(`drop table ${table}`);
  }
}
