import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What calendar programs were last told of each event, so that its revision grows with every visible change. A new table, so it locks nothing in use. */
export class CalendarEvents1800000002191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_event (
        enrollment_id uuid not null constraint calendar_event_enrollment references enrollment on delete cascade,
        source_id uuid not null,
        fingerprint text not null,
        revised_at timestamptz not null,
        constraint calendar_event_key primary key (enrollment_id, source_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_event');
  }
}
