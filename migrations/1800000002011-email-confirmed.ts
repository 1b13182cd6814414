import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores when an email address was confirmed, because only confirmed addresses get reminders. Existing accounts count as confirmed. The table
 * is locked until each row has been written once.
 */
export class EmailConfirmed1800000002011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add column email_confirmed_at timestamptz, add column email_confirmed_by uuid');
    await runner.query('update account set email_confirmed_at = created_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column email_confirmed_by, drop column email_confirmed_at');
  }
}
