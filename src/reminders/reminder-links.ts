import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { readUnsubscribeToken, unsubscribeToken, type Declined } from './unsubscribe-token.js';

/** The addresses that stand in a reminder. */
@Injectable()
export class ReminderLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Where to log; the page that asks a person whether to end reminders; and where a mail program ends them in one click (RFC 8058). */
  of(accountId: string): { today: string; unsubscribe: string; oneClick: string } {
    const token = unsubscribeToken(this.config.DAYMARK_TOKEN_SECRET, { accountId, kind: 'study-reminder' });
    const url = this.config.DAYMARK_PUBLIC_URL;
    return { today: `${url}/today`, unsubscribe: `${url}/unsubscribe/${token}`, oneClick: `${url}/api/v1/unsubscriptions/${token}` };
  }

  /** What a link's token stands for; null for one that is not ours. */
  declined(token: string): Declined | null {
    return readUnsubscribeToken(this.config.DAYMARK_TOKEN_SECRET, token);
  }
}
