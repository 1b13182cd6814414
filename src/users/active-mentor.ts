import type { EntityManager } from 'typeorm';

/**
 * Whether learners may be assigned to this account: a mentor who is not deactivated. They stay so until the transaction ends, because the
 * rows are locked.
 */
export async function isActiveMentor(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `select from account_role r join account a on a.id = r.account_id
     where a.id = $1 and r.role = 'mentor' and a.deactivated_at is null for share`,
    [accountId],
  );
  return rows.length > 0;
}
