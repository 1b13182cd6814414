import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Says since when an address is known to be its person's, for mail goes to those addresses alone. Whoever has an account already counts as
 * confirmed. The columns lock accounts for an instant; the update writes each row once, without keeping anybody from signing in.
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
