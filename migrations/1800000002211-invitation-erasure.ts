import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Existing invitations are also erased 30 days after they expired or were canceled. Adds a row of work for each of them; reads audit_entry
 * once and locks nothing.
 */
export class InvitationErasure1800000002211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at)
      select 'invitation-erasure', id, 1, expires_at + interval '30 days' from invitation`);
    // The last entry of a canceled one says when that was. Ids of accounts are accepted invitations.
    await runner.query(`
      insert into work (kind, subject_id, marks, claimable_at)
      select 'invitation-erasure', subject_id::uuid, 1, max(at) + interval '30 days'
      from audit_entry e
      where subject_kind = 'invitation'
        and not exists (select from invitation i where i.id::text = e.subject_id)
        and not exists (select from account a where a.id::text = e.subject_id)
      group by subject_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from work where kind = 'invitation-erasure'`);
  }
}
