import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound, tooManyRequests } from '../../platform/http/problems.contract.js';
import { Mail } from '../../platform/mail/mail.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../account.entity.js';
import { confirmationMail } from './confirmation-mail.js';
import { confirmationToken } from './confirmation-token.js';
import { emailConfirmationOf } from './email-confirmation-state.js';
import { alreadyConfirmed } from './email-confirmations.contract.js';

const LINK_HOURS = 7 * 24;
/** At most one link per span, so that nobody can fill a stranger's mailbox. */
const SPAN_MINUTES = 20;

/** Sends the links that confirm email addresses, and confirms an address for an admin. */
@Injectable()
export class EmailConfirmationsService {
  constructor(
    private readonly database: DataSource,
    private readonly mail: Mail,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Writes the mail with the link, in the caller's transaction. False if one was written recently. Fire the trigger 'mail' after the commit. */
  write(tx: EntityManager, { id, email, emailKey, emailConfirmedAt }: Pick<AccountEntity, 'id' | 'email' | 'emailKey' | 'emailConfirmedAt'>): Promise<boolean> {
    const now = this.clock.now();
    const expiresAt = new Date(now.add({ hours: LINK_HOURS }).epochMilliseconds);
    const token = confirmationToken(this.config.DAYMARK_TOKEN_SECRET, { accountId: id, expiresAt }, emailKey);
    const key = String(Math.floor(now.epochMilliseconds / (SPAN_MINUTES * 60_000)));
    const mail = confirmationMail(`${this.config.DAYMARK_PUBLIC_URL}/confirm-email/${token}`);
    return this.mail.write(tx, { personId: id, kind: 'email-confirmation', key, to: { email, emailConfirmedAt }, toUnconfirmed: true, ...mail });
  }

  async sendAgain(me: Person): Promise<void> {
    const account = await this.account(me.id);
    if (emailConfirmationOf(account.emailConfirmedAt, this.config) === 'confirmed')
      throw new Problem(alreadyConfirmed, 'You don’t need to do anything. You already get mail at this address.');
    const isWritten = await this.database.transaction((tx) => this.write(tx, account));
    if (!isWritten) throw new Problem(tooManyRequests, `We sent a link less than ${SPAN_MINUTES} minutes ago. Look in your spam folder, or try again later.`);
    this.triggers.fire('mail');
  }

  /** By an admin who knows the person, for installations without a mail server. */
  async confirmOf(admin: Person, accountId: string): Promise<void> {
    await this.account(accountId);
    await this.database.transaction(async (tx) => {
      const confirmed = { emailConfirmedAt: this.now(), emailConfirmedBy: admin.id };
      const { affected } = await tx.update(AccountEntity, { id: accountId, emailConfirmedAt: IsNull() }, confirmed);
      if (affected === 0) return;
      await this.audit.record(tx, { act: 'email-confirmed', by: admin, subject: accountId });
    });
  }

  private async account(id: string): Promise<AccountEntity> {
    const account = await this.database.manager.findOneBy(AccountEntity, { id });
    if (!account) throw new Problem(notFound, 'There is no such account.');
    return account;
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
