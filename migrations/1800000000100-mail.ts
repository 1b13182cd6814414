import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people, and every attempt to deliver one. New tables only: locks nothing that is in use. */
export class Mail1800000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message (
        id uuid constraint message_key primary key,
        person_id uuid not null,
        kind text not null,
        key text not null,
        to_address text not null,
        subject text not null,
        text text not null,
        html text not null,
        unsubscribe_url text,
        state text not null constraint message_state_known check (state in ('waiting', 'sent', 'kept', 'unknown', 'failed')),
        created_at timestamptz not null,
        settled_at timestamptz
      )`);
    await runner.query('create unique index message_once on message (person_id, kind, key)');
    await runner.query('create index message_by_time on message (created_at, id)');
    await runner.query(`
      create table delivery (
        message_id uuid not null constraint delivery_message references message on delete cascade,
        attempt int not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        outcome text,
        response text,
        constraint delivery_key primary key (message_id, attempt)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delivery');
    await runner.query('drop table message');
  }
}
