import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was done, how well it went, from where it was logged and on which of the learner's dates. Locks study_entry against writes while its
 * rows are read once for the checks and written once for the date: about ten seconds a million.
 */
export class StudyKinds1800000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Defaults are for the rows that are there, and go again: whoever writes an entry says these things.
    await runner.query(`
      alter table study_entry
        add kind text not null default 'hands-on'
          constraint study_entry_kind_known check (kind in ('reading', 'hands-on', 'video', 'practice-exam', 'review')),
        add recall text constraint study_entry_recall_known check (recall in ('again', 'hard', 'good', 'easy')),
        add source text not null default 'web'
          constraint study_entry_source_known check (source in ('web', 'api', 'import', 'offline')),
        add logged_on date`);
    await runner.query('alter table study_entry alter kind drop default, alter source drop default');
    // Zones are Node's business; for a label of the past, once, the database's own rules are good enough. A zone it does not know counts as on time.
    await runner.query(`
      with zone as materialized (select name from pg_timezone_names)
      update study_entry set logged_on = greatest(date, (logged_at at time zone zone.name)::date) from zone where zone.name = study_entry.time_zone`);
    await runner.query('update study_entry set logged_on = date where logged_on is null');
    await runner.query('alter table study_entry alter logged_on set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table study_entry drop kind, drop recall, drop source, drop logged_on');
  }
}
