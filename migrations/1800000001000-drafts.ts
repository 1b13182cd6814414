import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Curricula that are being written, with every save of them. New tables only: locks nothing that is in use. */
export class Drafts1800000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft (
        slug text constraint draft_key primary key,
        document jsonb not null,
        revision int not null,
        saved_at timestamptz not null,
        saved_by uuid constraint draft_saver references account on delete set null,
        discarded_at timestamptz
      )`);
    await runner.query(`
      create table draft_save (
        slug text not null constraint draft_save_draft references draft on delete cascade,
        revision int not null,
        document jsonb not null,
        saved_at timestamptz not null,
        saved_by uuid constraint draft_save_saver references account on delete set null,
        how text not null constraint draft_save_how_known
          check (how in ('opened', 'edited', 'imported', 'restored', 'merged', 'followed')),
        constraint draft_save_key primary key (slug, revision)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft_save');
    await runner.query('drop table draft');
  }
}
