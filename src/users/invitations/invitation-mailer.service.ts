import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Attempts } from '../../platform/limits/attempts.js';
import { Mail } from '../../platform/mail/mail.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { hashOf, newToken } from '../tokens.js';
import { INVITATION_MAIL, invitationMail } from './invitation-mail.js';

const HOUR = 3_600;

/** Mails with the link of an invitation. */
@Injectable()
export class InvitationMailer {
  constructor(
    private readonly mail: Mail,
    private readonly attempts: Attempts,
    private readonly triggers: Triggers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts one more mail to this address, as often as password links an hour. */
  async beforeSending(emailKey: string): Promise<void> {
    const anHour = { free: this.config.DAYMARK_PASSWORD_RESETS_PER_HOUR, firstWaitSeconds: HOUR, longestWaitSeconds: HOUR, forgetSeconds: HOUR };
    await this.attempts.take(`invitation ${emailKey}`, anHour, 'We already sent invitations to this address in the last hour.');
  }

  newLink(): { token: string; tokenHash: string } {
    const token = newToken();
    return { token, tokenHash: hashOf(token) };
  }

  /** Writes the mail, in the transaction of its cause. */
  async write(tx: EntityManager, { id, email }: { id: string; email: string }, { token, tokenHash }: { token: string; tokenHash: string }): Promise<void> {
    const content = invitationMail(`${this.config.DAYMARK_PUBLIC_URL}/invitation/${token}`);
    const to = { email, emailConfirmedAt: null };
    await this.mail.write(tx, { personId: id, kind: INVITATION_MAIL, key: tokenHash, to, toUnconfirmed: true, ...content });
  }

  /** After the commit. */
  send(): void {
    this.triggers.fire('mail');
  }
}
