import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open invitations, one per address. A new table; locks nothing. */
export class Invitations1800000002125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid not null,
        email text not null,
        email_key text not null,
        name text,
        account_roles text[] not null,
        token_hash text not null,
        invited_at timestamptz not null,
        invited_by uuid not null,
        sent_at timestamptz not null,
        sent_by uuid not null,
        expires_at timestamptz not null,
        constraint invitation_key primary key (id),
        constraint invitation_roles_known check (account_roles <@ array['learner', 'mentor', 'admin'] and cardinality(account_roles) > 0)
      )`);
    await runner.query('create unique index invitation_email on invitation (email_key)');
    await runner.query('create unique index invitation_token on invitation (token_hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invitation');
  }
}
