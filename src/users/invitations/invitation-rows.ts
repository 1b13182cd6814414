import type { EntityManager } from 'typeorm';
import type { AccountRole } from '../../platform/auth/permission.contract.js';
import type { Invitation } from './invitations.contract.js';

/**
 * Whether the link works at a moment, as an SQL expression. Roles beyond learner are given by the admin who sent it: if that is not an admin
 * anymore, nobody gives them.
 */
const isUsableAt = (now: string) => `(i.expires_at > ${now}::timestamptz and (i.account_roles = array['learner'] or exists (
    select from account_role r join account a on a.id = r.account_id
    where r.account_id = i.sent_by and r.role = 'admin' and a.deactivated_at is null)))`;

type Row = Omit<Invitation, 'invitedAt' | 'sentAt' | 'expiresAt' | 'state'> & Record<'invitedAt' | 'sentAt' | 'expiresAt', Date> & { isUsable: boolean };

/** Invitations as admins see them, the newest first. */
export async function invitationRows(
  tx: EntityManager,
  now: string,
  { id = null, before = null, limit = 1 }: { id?: string | null; before?: string | null; limit?: number },
): Promise<Invitation[]> {
  const rows = await tx.query<Row[]>(
    `select i.id, i.email, i.name, i.account_roles as "accountRoles", i.invited_at as "invitedAt", i.sent_at as "sentAt", i.expires_at as "expiresAt",
       (select json_build_object('id', by.id, 'name', by.name) from account by where by.id = i.invited_by) as "invitedBy", ${isUsableAt('$1')} as "isUsable"
     from invitation i where ($2::uuid is null or i.id = $2) and ($3::uuid is null or i.id < $3) order by i.id desc limit $4`,
    [now, id, before, limit],
  );
  return rows.map(({ invitedAt, sentAt, expiresAt, isUsable, ...row }) => ({
    ...row,
    invitedAt: invitedAt.toISOString(),
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: isUsable ? 'open' : 'expired',
  }));
}

/** What an account is made from. */
export interface OpenInvitation {
  id: string;
  email: string;
  name: string | null;
  accountRoles: AccountRole[];
  sentBy: string;
}

/** The invitation behind a link that works; `lock` keeps others from accepting it until the transaction ends. */
export async function openInvitation(
  tx: EntityManager,
  tokenHash: string,
  now: string,
  lock: '' | 'for update of i' = '',
): Promise<OpenInvitation | undefined> {
  const [row] = await tx.query<OpenInvitation[]>(
    `select i.id, i.email, i.name, i.account_roles as "accountRoles", i.sent_by as "sentBy"
     from invitation i where i.token_hash = $1 and ${isUsableAt('$2')} ${lock}`,
    [tokenHash, now],
  );
  return row;
}
