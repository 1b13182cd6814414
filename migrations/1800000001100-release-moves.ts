import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moving enrollments to another release: the move as a whole, and what became of each enrollment. The index on enrollment holds off
 * writes to that table while it is built, about a second for a million.
 */
export class ReleaseMoves1800000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table release_move (
        id uuid constraint release_move_key primary key,
        certification_id uuid not null constraint release_move_certification references certification,
        release_id uuid not null constraint release_move_release references release,
        total int not null,
        moved int not null default 0,
        started_at timestamptz not null,
        started_by uuid constraint release_move_starter references account on delete set null,
        finished_at timestamptz,
        superseded_by uuid
      )`);
    await runner.query('create index release_move_of_certification on release_move (certification_id, started_at)');
    await runner.query(`
      create table enrollment_move (
        id uuid constraint enrollment_move_key primary key,
        enrollment_id uuid not null constraint enrollment_move_enrollment references enrollment on delete cascade,
        from_release_id uuid not null constraint enrollment_move_from references release,
        to_release_id uuid not null constraint enrollment_move_to references release,
        moved_at timestamptz not null,
        seen_at timestamptz
      )`);
    await runner.query('create index enrollment_move_unseen on enrollment_move (enrollment_id, id) where seen_at is null');
    // A batch of a move reads on from where the one before ended.
    await runner.query('create index enrollment_by_release on enrollment (level_id, release_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index enrollment_by_release');
    await runner.query('drop table enrollment_move');
    await runner.query('drop table release_move');
  }
}
