import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Excerpts showed the marks of Markdown. What can be found is made anew at the next start, as plain text. Locks the rows of a table that only the search reads. */
export class PassagesInPlainText1800000001451 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('delete from curriculum_passage');
  }

  /** The start after it makes them anew, as that version knows them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from curriculum_passage');
  }
}
