import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Email addresses that people entered and never confirmed are also erased 30 days after their link expired. Adds a row of work for each; locks nothing. */
export class EmailChangeErasure1800000002212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at)
      select 'email-change-erasure', account_id, 1, expires_at + interval '30 days' from email_change`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from work where kind = 'email-change-erasure'`);
  }
}
