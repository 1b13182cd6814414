import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learners dismiss the note that a new model changed their score. A new table only: locks nothing that is in use. */
export class ModelChangeDismissals1800000002172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_change_dismissal (
        enrollment_id uuid not null constraint model_change_dismissal_enrollment references enrollment on delete cascade,
        model text not null,
        dismissed_at timestamptz not null,
        constraint model_change_dismissal_key primary key (enrollment_id, model)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table model_change_dismissal');
  }
}
