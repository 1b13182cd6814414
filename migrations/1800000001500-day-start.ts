import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody's day begins, for those who study past midnight. A column with a default: locks accounts for a moment only. */
export class DayStart1800000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column day_start_minutes int not null default 0
        constraint account_day_start_possible check (day_start_minutes between 0 and 360 and day_start_minutes % 15 = 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column day_start_minutes');
  }
}
