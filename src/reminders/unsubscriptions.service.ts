import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { AccountsService } from '../users/accounts.service.js';
import { ReminderLinks } from './reminder-links.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import type { Unsubscription } from './reminders.contract.js';
import { maskedEmail, type Declined } from './unsubscribe-token.js';

/** Ends mail by a link in it, without signing in. */
@Injectable()
export class UnsubscriptionsService {
  constructor(
    private readonly links: ReminderLinks,
    private readonly rules: ReminderRulesService,
    private readonly accounts: AccountsService,
  ) {}

  /** Changes nothing: mail scanners open every link. */
  async read(token: string): Promise<Unsubscription> {
    const { accountId, kind } = this.declined(token);
    const { email } = await this.accounts.read(accountId);
    return { kind, email: maskedEmail(email), unsubscribed: await this.rules.isDisabled(accountId) };
  }

  async end(token: string): Promise<{ unsubscribed: true }> {
    await this.rules.unsubscribe(this.declined(token).accountId);
    return { unsubscribed: true };
  }

  private declined(token: string): Declined {
    const declined = this.links.declined(token);
    if (!declined) throw new Problem(notFound, 'This link is not whole. Copy it again from the mail, or switch reminders off in your settings.');
    return declined;
  }
}
