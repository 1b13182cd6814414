import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal access tokens, for scripts that act for their owner. A new table only: locks nothing that is in use. */
export class PersonalTokens1800000001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table personal_token (
        id uuid constraint personal_token_key primary key,
        account_id uuid not null constraint personal_token_account references account on delete cascade,
        name text not null,
        scopes text[] not null,
        hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_on date,
        revoked_at timestamptz
      )`);
    await runner.query('create unique index personal_token_hash on personal_token (hash)');
    await runner.query('create index personal_token_of_account on personal_token (account_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table personal_token');
  }
}
