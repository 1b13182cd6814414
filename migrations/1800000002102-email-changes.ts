import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Email addresses that people want to change to and have not confirmed. A new table only: locks nothing that is in use. */
export class EmailChanges1800000002102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table email_change (
        account_id uuid constraint email_change_key primary key constraint email_change_account references account on delete cascade,
        id uuid not null,
        email text not null,
        email_key text not null,
        requested_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await runner.query('create unique index email_change_id on email_change (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table email_change');
  }
}
