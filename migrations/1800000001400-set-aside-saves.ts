import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Saves that came too late stay in the history, beside its main line: a save gets an id of its own, and says what it was based on.
 * Locks draft_save while it rewrites its rows and keys, which are a few per draft.
 */
export class SetAsideSaves1800000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table draft_save
        add id uuid not null default gen_random_uuid(),
        add since int,
        drop constraint draft_save_key,
        drop constraint draft_save_how_known`);
    await runner.query(`
      alter table draft_save
        alter id drop default,
        add constraint draft_save_key primary key (id),
        add constraint draft_save_how_known check (how in ('opened', 'edited', 'imported', 'restored', 'merged', 'followed', 'set-aside')),
        add constraint draft_save_since_when_set_aside check ((how = 'set-aside') = (since is not null))`);
    await runner.query(`create unique index draft_save_revision on draft_save (slug, revision) where how <> 'set-aside'`);
    // The history, page by page.
    await runner.query('create index draft_save_of_draft on draft_save (slug, revision)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from draft_save where how = 'set-aside'`);
    await runner.query('drop index draft_save_of_draft');
    await runner.query('drop index draft_save_revision');
    await runner.query(`
      alter table draft_save
        drop constraint draft_save_since_when_set_aside,
        drop constraint draft_save_how_known,
        drop constraint draft_save_key,
        drop id,
        drop since`);
    await runner.query(`
      alter table draft_save
        add constraint draft_save_how_known check (how in ('opened', 'edited', 'imported', 'restored', 'merged', 'followed')),
        add constraint draft_save_key primary key (slug, revision)`);
  }
}
