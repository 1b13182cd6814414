import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { AccountEntity } from './account.entity.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { RegistrationPolicyEntity } from './registration/registration-policy.entity.js';
import { accountDeactivated, addressUnconfirmed, wrongCredentials } from './users.contract.js';

const HOW_TO_CONFIRM = {
  'waits-for-link': 'We sent a link to it. Open the link, then sign in. To get another link, set a new password.',
  'waits-for-admin': 'This Daymark has no mail server. Ask your administrator to confirm your address, then sign in.',
};

/** How a person starts a session. */
export interface Entry {
  /** The hash that the typed password matched. Undefined if no password was typed. */
  checkedHash?: string | null | undefined;
  /** Whether the session replaces one that ends at the same moment. */
  isSignedIn?: boolean | undefined;
}

/** Decides whether somebody who has shown who they are may start a session. */
@Injectable()
export class EntryRules {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * The lock makes a new password and a deactivation wait until the session exists, so that they end it.
   *
   * The registration policy only applies to a new sign-in. People who are already signed in stay signed in.
   */
  async refuseEntry(tx: EntityManager, accountId: string, { checkedHash, isSignedIn = false }: Entry): Promise<void> {
    const account = await tx.findOne(AccountEntity, { where: { id: accountId }, lock: { mode: 'pessimistic_read' } });
    if (!account || (checkedHash !== undefined && account.passwordHash !== checkedHash))
      throw new Problem(wrongCredentials, 'Try again, or set a new password.');
    if (account.deactivatedAt) throw new Problem(accountDeactivated, 'Ask your administrator to reactivate it.');
    if (isSignedIn) return;
    const confirmation = emailConfirmationOf(account.emailConfirmedAt, this.config);
    // With registration by email domain, the address must be confirmed.
    if (confirmation !== 'confirmed' && (await tx.existsBy(RegistrationPolicyEntity, { mode: 'domain' })))
      throw new Problem(addressUnconfirmed, HOW_TO_CONFIRM[confirmation]);
  }
}
