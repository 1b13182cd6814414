import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret address under which a learner's calendar program reads their plans. A new table only: locks nothing that is in use. */
export class CalendarFeeds1800000001910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        account_id uuid constraint calendar_feed_key primary key constraint calendar_feed_account references account on delete cascade,
        secret uuid not null,
        created_at timestamptz not null
      )`);
    await runner.query('create unique index calendar_feed_secret on calendar_feed (secret)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feed');
  }
}
