import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages and addresses of the API whose link alone lets somebody act for a person. */
const SECRET = String.raw`https?://[^\s"<>]+/(?:new-password|confirm-email|unsubscribe|unsubscriptions)/[^\s"<>]+`;

/**
 * Admins could read the links of password resets in mail that was kept, and so become anybody. From now on a message names its secret links,
 * and they are removed when it is settled. This removes them from older messages and cannot be reverted. Locks message while its rows are
 * written.
 */
export class MessageSecrets1800000002121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table message add column secrets text[] not null default '{}'`);
    await runner.query('alter table message alter column secrets drop default');
    await runner.query(`update message set secrets = array(select match[1] from regexp_matches(text, $1, 'g') as match) where state = 'waiting'`, [
      `(${SECRET})`,
    ]);
    await runner.query(
      `update message set
         text = regexp_replace(text, $1, '[Link hidden]', 'g'),
         html = regexp_replace(regexp_replace(html, $2, '<span>\\1 [Link hidden]</span>', 'g'), $1, '[Link hidden]', 'g'),
         unsubscribe_url = null
       where state <> 'waiting' and (text <> '' or unsubscribe_url is not null)`,
      [SECRET, `<a [^>]*href="${SECRET}"[^>]*>([^<]*)</a>`],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table message drop column secrets');
  }
}
