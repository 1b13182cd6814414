import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores of each session the browser and when it was last used, so that people recognize their sign-ins. Sessions that exist keep working for
 * as long as an unused one lasts although the cookie gets another name. The table is locked until each row has been written once.
 */
export class SessionDevices1800000002101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table session add column last_seen_at timestamptz, add column user_agent text not null default '', add column old_cookie_until timestamptz`,
    );
    // A refresh token lasts 30 days, so its end tells when it was made.
    await runner.query(`
      update session set old_cookie_until = now() + interval '720 hours', last_seen_at = date_trunc('hour', coalesce(
        (select max(t.expires_at) - interval '720 hours' from refresh_token t where t.session_id = session.id), created_at), 'UTC')`);
    await runner.query('alter table session alter column last_seen_at set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column old_cookie_until, drop column user_agent, drop column last_seen_at');
  }
}
