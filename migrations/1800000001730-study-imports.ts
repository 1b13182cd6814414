import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of past study that were imported, so that one can be undone as a whole. A new table, and a nullable column of study_entry, which is
 * locked for a moment; its partial index holds only imported entries, so logging does not pay for it.
 */
export class StudyImports1800000001730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table study_import (
        id uuid constraint study_import_key primary key,
        enrollment_id uuid not null constraint study_import_enrollment references enrollment on delete cascade,
        imported_at timestamptz not null,
        undone_at timestamptz
      )`);
    await runner.query('create index study_import_of_enrollment on study_import (enrollment_id, imported_at)');
    await runner.query('alter table study_entry add import_id uuid constraint study_entry_import references study_import');
    // Finds the entries of an import: to undo it, and when an enrollment goes with all it has.
    await runner.query('create index study_entry_of_an_import on study_entry (import_id) where import_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table study_entry drop import_id');
    await runner.query('drop table study_import');
  }
}
