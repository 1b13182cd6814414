import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be studied again after an exam that was not passed. A new table only: locks nothing that is in use. */
export class RetakeFocus1800000001965 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retake_focus (
        enrollment_id uuid not null constraint retake_focus_enrollment references enrollment on delete cascade,
        skill_id uuid not null constraint retake_focus_skill references skill,
        outcome_id uuid not null constraint retake_focus_outcome references outcome on delete cascade,
        minutes int not null constraint retake_focus_minutes check (minutes > 0),
        points real not null,
        set_at timestamptz not null,
        constraint retake_focus_key primary key (enrollment_id, skill_id)
      )`);
    await runner.query('create index retake_focus_of_outcome on retake_focus (outcome_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table retake_focus');
  }
}
