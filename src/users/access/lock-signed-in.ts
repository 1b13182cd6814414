import { IsNull, type EntityManager } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notSignedIn } from '../../platform/http/problems.contract.js';
import { AccountEntity } from '../account.entity.js';
import { SessionEntity } from '../session.entity.js';

/**
 * The account of a person who is about to get lasting access to it. It is locked until the transaction ends, as every replacement of the
 * password and every deactivation locks it: one that came first has ended the session, and one that comes later ends the new access.
 *
 * @throws Problem not-signed-in if the session is over or the account is deactivated
 */
export async function lockSignedIn(tx: EntityManager, { id, sessionId }: Pick<Person, 'id' | 'sessionId'>): Promise<AccountEntity> {
  const account = await tx.findOne(AccountEntity, { where: { id, deactivatedAt: IsNull() }, lock: { mode: 'for_no_key_update' } });
  const isSignedIn = sessionId === undefined || (await tx.existsBy(SessionEntity, { id: sessionId, endedAt: IsNull() }));
  if (!account || !isSignedIn) throw new Problem(notSignedIn, 'Sign in again.');
  return account;
}
