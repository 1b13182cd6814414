import type { EntityManager } from 'typeorm';
import type { AccountEntity } from '../account.entity.js';

/**
 * Deletes the open invitation to an address, and answers the ids of all invitations to it, canceled ones included. An account has the id of the
 * invitation that it came from; the mail and the audit entries of the others have the ids of those invitations.
 */
export async function deleteInvitationsTo(tx: EntityManager, { email, emailKey }: Pick<AccountEntity, 'email' | 'emailKey'>): Promise<string[]> {
  const [open] = await tx.query<[{ id: string }[], number]>('delete from invitation where email_key = $1 returning id', [emailKey]);
  const mailed = await tx.query<{ id: string }[]>(
    `select distinct person_id as id from message where kind = 'invitation' and lower(to_address) in (lower($1), $2)`,
    [email, emailKey],
  );
  return [...new Set([...open, ...mailed].map(({ id }) => id))];
}
