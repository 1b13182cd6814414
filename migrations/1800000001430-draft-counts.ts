import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many faults and changes a draft has, remembered for the revision and release they were counted of, so that a list of drafts need not
 * read whole documents. Locks draft for a moment; its columns begin empty.
 */
export class DraftCounts1800000001430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft add counted_revision int, add counted_release int, add faults int, add changes int');
    await runner.query('create index draft_by_save on draft (saved_at, slug) where discarded_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index draft_by_save');
    await runner.query('alter table draft drop counted_revision, drop counted_release, drop faults, drop changes');
  }
}
