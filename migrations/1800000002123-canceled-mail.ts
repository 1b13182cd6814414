import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (states: string) => `alter table message add constraint message_state_known check (state in (${states}))`;

/**
 * Mail to somebody who may not get it anymore, such as a deactivated person, is canceled instead of sent. Locks message while its rows are
 * checked.
 */
export class CanceledMail1800000002123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table message drop constraint message_state_known');
    await runner.query(known(`'waiting', 'sent', 'kept', 'unknown', 'failed', 'canceled'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update message set state = 'failed' where state = 'canceled'`);
    await runner.query('alter table message drop constraint message_state_known');
    await runner.query(known(`'waiting', 'sent', 'kept', 'unknown', 'failed'`));
  }
}
