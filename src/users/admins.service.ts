import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { notPermitted } from '../platform/http/problems.contract.js';
import type { AccountEntity } from './account.entity.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { RegistrationPolicyEntity } from './registration/registration-policy.entity.js';
import { lastAdmin } from './users.contract.js';

type Admin = Pick<AccountEntity, 'id' | 'emailConfirmedAt'>;

/** The admins who can sign in. There is always one. */
@Injectable()
export class Admins {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Refuses when nobody would be admin without this account. */
  async keepOne(tx: EntityManager, accountId: string): Promise<void> {
    refuseLastAdmin(await this.whoCanSignIn(tx, await this.lock(tx)), accountId);
  }

  /**
   * For a change of what others may do: of two admins who stop each other at the same moment, the second is not an admin anymore. Answers
   * the admins of whom one must stay.
   */
  async lockFor(tx: EntityManager, admin: Person): Promise<string[]> {
    const admins = await this.lock(tx);
    if (!admins.some(({ id }) => id === admin.id)) throw new Problem(notPermitted, 'You’re no longer an admin.');
    return this.whoCanSignIn(tx, admins);
  }

  /** Locks the admins until the transaction ends, so that two cannot leave at the same time. */
  private async lock(tx: EntityManager): Promise<Admin[]> {
    await tx.query(`select from account_role where role = 'admin' order by account_id for update`);
    // Read after the lock, because a deactivation that it waited for does not change the locked rows.
    return tx.query<Admin[]>(
      `select a.id, a.email_confirmed_at as "emailConfirmedAt"
       from account_role r join account a on a.id = r.account_id where r.role = 'admin' and a.deactivated_at is null`,
    );
  }

  /** Where people register by email domain, only those with a confirmed address sign in. If no admin has one, none of them counts less. */
  private async whoCanSignIn(tx: EntityManager, admins: readonly Admin[]): Promise<string[]> {
    const confirmed = admins.filter(({ emailConfirmedAt }) => emailConfirmationOf(emailConfirmedAt, this.config) === 'confirmed');
    const isByDomain = await tx.existsBy(RegistrationPolicyEntity, { mode: 'domain' });
    return (isByDomain && confirmed.length > 0 ? confirmed : admins).map(({ id }) => id);
  }
}

export function refuseLastAdmin(admins: readonly string[], accountId: string): void {
  if (admins.length === 1 && admins[0] === accountId) throw new Problem(lastAdmin, 'Make somebody else an admin first.');
}
