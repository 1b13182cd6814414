import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results of practice exams, whole and by skill, and how learners rate themselves. New tables only: locks nothing that is in use. */
export class Practice1800000001720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice_result (
        id uuid constraint practice_result_key primary key,
        enrollment_id uuid not null constraint practice_result_enrollment references enrollment on delete cascade,
        taken_on date not null,
        source text not null,
        items_right int not null,
        items_asked int not null,
        recorded_at timestamptz not null,
        changed_at timestamptz not null,
        deleted_at timestamptz,
        constraint practice_result_possible check (items_asked > 0 and items_right between 0 and items_asked)
      )`);
    await runner.query('create index practice_result_of_enrollment on practice_result (enrollment_id, taken_on)');
    await runner.query(`
      create table practice_result_skill (
        result_id uuid not null constraint practice_result_skill_result references practice_result on delete cascade,
        skill_id uuid not null constraint practice_result_skill_skill references skill,
        items_right int not null,
        items_asked int not null,
        constraint practice_result_skill_key primary key (result_id, skill_id),
        constraint practice_result_skill_possible check (items_asked > 0 and items_right between 0 and items_asked)
      )`);
    await runner.query(`
      create table self_rating (
        enrollment_id uuid not null constraint self_rating_enrollment references enrollment on delete cascade,
        skill_id uuid not null constraint self_rating_skill references skill,
        rated_on date not null,
        rating int not null constraint self_rating_on_scale check (rating between 1 and 5),
        rated_at timestamptz not null,
        constraint self_rating_key primary key (enrollment_id, skill_id, rated_on)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['self_rating', 'practice_result_skill', 'practice_result']) await runner.query(`drop table ${table}`);
  }
}
