import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { MailSettings } from './mail.contract.js';

/** The last finished attempt among mail that waits and the newest mail. All other attempts are older than one of these. */
const LAST_ATTEMPT = `
  select attempt.outcome, attempt.response, attempt.finished_at as "finishedAt"
  from delivery attempt
  where attempt.finished_at is not null and attempt.message_id in (
    (select subject_id from work where kind = 'mail' order by claimable_at limit 200)
    union all
    (select id from message order by created_at desc, id desc limit 50))
  order by attempt.finished_at desc, attempt.attempt desc limit 1`;

/** How mail leaves this Daymark, and whether it does. */
@Injectable()
export class MailStateService {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(): Promise<MailSettings> {
    const [{ waiting } = { waiting: 0 }] = await this.database.query<{ waiting: number }[]>(`select count(*)::int as waiting from work where kind = 'mail'`);
    const [last] = await this.database.query<{ outcome: string; response: string; finishedAt: Date }[]>(LAST_ATTEMPT);
    const problem = last?.outcome === 'later' ? { at: last.finishedAt.toISOString(), response: last.response } : null;
    return { via: this.config.SMTP_URL ? 'smtp' : 'outbox', from: this.config.MAIL_FROM, waiting, problem };
  }
}
