import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, QueryFailedError, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../account.entity.js';
import { PasswordResetEntity } from '../password-reset.entity.js';
import { SecurityNoticesService } from '../security-notices/security-notices.service.js';
import { emailTaken, linkUsedUp } from '../users.contract.js';
import { EmailChangeEntity } from './email-change.entity.js';
import { readEmailChangeToken } from './email-change-token.js';

/** Changes an email address when the link that went to the new one is used. */
@Injectable()
export class EmailChangeConfirmationService {
  constructor(
    private readonly database: DataSource,
    private readonly notices: SecurityNoticesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The new address is confirmed with it. Password links that went to the old address are used up; its confirmation links end too, because
   * they are signed for that address. Sign-ins stay.
   */
  async confirm(token: string, { address }: Pick<Person, 'address'>): Promise<void> {
    const id = readEmailChangeToken(this.config.DAYMARK_TOKEN_SECRET, token);
    await this.database.transaction((tx) => this.change(tx, id, address)).catch(refuseTaken);
    this.notices.send();
  }

  private async change(tx: EntityManager, id: string | null, address: string | undefined): Promise<void> {
    const { account, change } = await this.lock(tx, id);
    const now = this.now();
    const { email, emailKey } = change;
    const changed = { email, emailKey, emailConfirmedAt: now, emailConfirmedBy: null };
    await tx.update(AccountEntity, { id: account.id }, changed);
    await tx.delete(EmailChangeEntity, { accountId: account.id });
    await tx.update(PasswordResetEntity, { accountId: account.id, usedAt: IsNull() }, { usedAt: now });
    // The link shows that it is the owner of the account.
    const by = { id: account.id, ...(address && { address }) };
    await this.audit.record(tx, { act: 'email-changed', by, subject: account.id, before: { email: account.email }, after: { email } });
    await this.notices.emailChanged(tx, account, { ...account, ...changed });
  }

  /** The account is locked before the change is read, as in every other place that writes both. */
  private async lock(tx: EntityManager, id: string | null): Promise<{ account: AccountEntity; change: EmailChangeEntity }> {
    const known = id && (await tx.findOneBy(EmailChangeEntity, { id }));
    const account = known ? await tx.findOne(AccountEntity, { where: { id: known.accountId }, lock: { mode: 'pessimistic_write' } }) : null;
    const change = account && id && (await tx.findOneBy(EmailChangeEntity, { id }));
    if (!account || account.deactivatedAt || !change || change.expiresAt <= this.now())
      throw new Problem(linkUsedUp, 'Sign in and enter your new email address in Settings again.');
    // A person who has the link reads the mail of this address, so the answer tells them nothing new.
    if (await tx.existsBy(AccountEntity, { emailKey: change.emailKey, id: Not(account.id) })) throw taken();
    return { account, change };
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const taken = () => new Problem(emailTaken, 'Sign in with this address, or set a new password for it.');

/** Somebody may register the address between the question and the change. */
function refuseTaken(error: unknown): never {
  const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  throw constraint === 'account_email' ? taken() : error;
}
