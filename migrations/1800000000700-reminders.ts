import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people are reminded, and the receipt of each date. New tables only: locks nothing that is in use. */
export class Reminders1800000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder_rule (
        account_id uuid not null
          constraint reminder_rule_key primary key
          constraint reminder_rule_account references account on delete cascade,
        local_time text not null constraint reminder_rule_time_of_day check (local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        enabled_at timestamptz not null,
        disabled_at timestamptz,
        disabled_why text,
        next_due_at timestamptz,
        claimed_until timestamptz,
        constraint reminder_rule_disabled_why
          check ((disabled_at is null) = (disabled_why is null) and disabled_why in ('asked', 'unsubscribed')),
        constraint reminder_rule_due_when_enabled check (disabled_at is null or next_due_at is null)
      )`);
    // What is due, the oldest first, each minute.
    await runner.query('create index reminder_rule_due on reminder_rule (next_due_at)');
    await runner.query(`
      create table reminder_decision (
        account_id uuid not null constraint reminder_decision_account references account on delete cascade,
        local_date date not null,
        decided_at timestamptz not null,
        outcome text not null constraint reminder_decision_outcome_known
          check (outcome in ('sent', 'nothing-planned', 'already-studied', 'too-late')),
        detail text not null,
        constraint reminder_decision_key primary key (account_id, local_date)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reminder_decision');
    await runner.query('drop table reminder_rule');
  }
}
