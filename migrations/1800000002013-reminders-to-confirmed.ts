import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder that waits for its address to be confirmed says so in its receipt. A wider check; the table is read once and locked meanwhile. */
export class RemindersToConfirmed1800000002013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminder_decision drop constraint reminder_decision_outcome_known');
    await runner.query(`
      alter table reminder_decision add constraint reminder_decision_outcome_known
        check (outcome in ('sent', 'address-unconfirmed', 'day-off', 'nothing-planned', 'already-studied', 'too-late'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update reminder_decision set outcome = 'nothing-planned' where outcome = 'address-unconfirmed'`);
    await runner.query('alter table reminder_decision drop constraint reminder_decision_outcome_known');
    await runner.query(`
      alter table reminder_decision add constraint reminder_decision_outcome_known
        check (outcome in ('sent', 'day-off', 'nothing-planned', 'already-studied', 'too-late'))`);
  }
}
