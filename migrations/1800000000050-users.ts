import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, what they may be, their sessions and links to set a password. New tables only: locks nothing that is in use. */
export class Users1800000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid constraint account_key primary key,
        email text not null,
        email_key text not null,
        name text not null,
        password_hash text,
        time_zone text not null,
        created_at timestamptz not null,
        last_seen_at timestamptz
      )`);
    await runner.query('create unique index account_email on account (email_key)');
    // The list of accounts reads a page in the order of names, as people order them.
    await runner.query('create index account_by_name on account (name collate "und-x-icu", id)');
    await runner.query(`
      create table account_role (
        account_id uuid not null constraint account_role_account references account on delete cascade,
        role text not null constraint account_role_known check (role in ('learner', 'mentor', 'admin')),
        granted_at timestamptz not null,
        granted_by uuid,
        constraint account_role_key primary key (account_id, role)
      )`);
    await runner.query(`
      create table session (
        id uuid constraint session_key primary key,
        account_id uuid not null constraint session_account references account on delete cascade,
        created_at timestamptz not null,
        ended_at timestamptz,
        ended_because text
      )`);
    await runner.query('create index session_of_account on session (account_id)');
    await runner.query(`
      create table refresh_token (
        hash text constraint refresh_token_key primary key,
        session_id uuid not null constraint refresh_token_session references session on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query('create index refresh_token_of_session on refresh_token (session_id)');
    await runner.query(`
      create table password_reset (
        hash text constraint password_reset_key primary key,
        account_id uuid not null constraint password_reset_account references account on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query('create index password_reset_of_account on password_reset (account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['password_reset', 'refresh_token', 'session', 'account_role', 'account']) await runner.query(`drop table ${table}`);
  }
}
