import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Skills and projects that a learner leaves out of the plan. A new table only: locks nothing that is in use. */
export class LeftOutParts1800000001930 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table left_out_part (
        id uuid constraint left_out_part_key primary key,
        enrollment_id uuid not null constraint left_out_part_enrollment references enrollment on delete cascade,
        skill_id uuid constraint left_out_part_skill references skill,
        project_id uuid constraint left_out_part_project references project,
        left_out_at timestamptz not null,
        left_out_by uuid not null,
        constraint left_out_part_is_one check (num_nonnulls(skill_id, project_id) = 1)
      )`);
    await runner.query('create unique index left_out_skill_once on left_out_part (enrollment_id, skill_id)');
    await runner.query('create unique index left_out_project_once on left_out_part (enrollment_id, project_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table left_out_part');
  }
}
