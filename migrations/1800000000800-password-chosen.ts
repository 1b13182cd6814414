import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Says since when a password is its person's own, so that who still has one made by Daymark is reminded to change it. A column without a
 * default takes no rewrite, and locks the table for an instant; people who registered chose theirs, so the update skips who administers.
 */
export class PasswordChosen1800000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add column password_chosen_at timestamptz');
    await runner.query(`
      update account set password_chosen_at = created_at
      where password_hash is not null and not exists (select from account_role r where r.account_id = account.id and r.role = 'admin')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column password_chosen_at');
  }
}
