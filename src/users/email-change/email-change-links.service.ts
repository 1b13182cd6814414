import { Inject, Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Attempts, type Patience } from '../../platform/limits/attempts.js';
import { Mail } from '../../platform/mail/mail.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { AccountEntity } from '../account.entity.js';
import type { EmailChangeEntity } from './email-change.entity.js';
import { emailChangeMail, takenEmailMail } from './email-change-mail.js';
import { emailChangeToken } from './email-change-token.js';

const HOUR = 3_600;

/** Mails the links that confirm a new email address. */
@Injectable()
export class EmailChangeLinksService {
  constructor(
    private readonly mail: Mail,
    private readonly attempts: Attempts,
    private readonly triggers: Triggers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts one more mail, by the account and by the address, so that nobody can fill a stranger’s mailbox. */
  async count(accountId: string, emailKey: string): Promise<void> {
    const anHour: Patience = { free: this.config.DAYMARK_PASSWORD_RESETS_PER_HOUR, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetSeconds: HOUR };
    await this.attempts.take(`email change of ${accountId}`, anHour, 'We already sent links for you. Check your inbox and spam folder.');
    await this.attempts.take(`email change to ${emailKey}`, anHour, 'We already sent links to this address. Check your inbox and spam folder.');
  }

  /** Writes the link to the new address. If that has an account, its owner gets a mail without a link instead. */
  async write(tx: EntityManager, { id, accountId, email, emailKey }: Pick<EmailChangeEntity, 'id' | 'accountId' | 'email' | 'emailKey'>): Promise<void> {
    const taken = await tx.findOneBy(AccountEntity, { emailKey, id: Not(accountId) });
    if (taken) {
      await this.mail.write(tx, { personId: taken.id, kind: 'email-taken', key: uuidv7(), to: taken, ...takenEmailMail() });
      return;
    }
    const link = `${this.config.DAYMARK_PUBLIC_URL}/change-email/${emailChangeToken(this.config.DAYMARK_TOKEN_SECRET, id)}`;
    const to = { email, emailConfirmedAt: null };
    await this.mail.write(tx, { personId: accountId, kind: 'email-change', key: uuidv7(), to, toUnconfirmed: true, ...emailChangeMail(link) });
  }

  /** Call this after the commit. */
  send(): void {
    this.triggers.fire('mail');
  }
}
