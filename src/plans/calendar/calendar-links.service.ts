import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Clock } from '../../platform/time/clock.js';
import { lockSignedIn } from '../../users/access/lock-signed-in.js';
import { SecurityNoticesService } from '../../users/security-notices/security-notices.service.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { calendarToken } from './calendar-token.js';
import type { CalendarFeed } from './calendar.contract.js';

/** The link by which a calendar program reads the plans of a person: at most one at a time. */
@Injectable()
export class CalendarLinksService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
    private readonly notices: SecurityNoticesService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(me: Person): Promise<CalendarFeed> {
    const feed = await this.database.manager.findOneBy(CalendarFeedEntity, { accountId: me.id });
    return { url: feed ? this.urlOf(feed.secret) : null, createdAt: feed?.createdAt.toISOString() ?? null };
  }

  /** Answers the present link where there is one. */
  async create(me: Person): Promise<CalendarFeed> {
    await this.database.transaction(async (tx) => {
      const account = await lockSignedIn(tx, me);
      if (await tx.existsBy(CalendarFeedEntity, { accountId: me.id })) return;
      await tx.insert(CalendarFeedEntity, { accountId: me.id, secret: randomUUID(), createdAt: new Date(this.clock.now().epochMilliseconds) });
      await this.audit.record(tx, { act: 'calendar-link-created', by: me, subject: me.id });
      await this.notices.calendarLinkCreated(tx, account);
    });
    this.notices.send();
    return this.read(me);
  }

  async revoke(me: Person): Promise<CalendarFeed> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(CalendarFeedEntity, { accountId: me.id });
      if (affected) await this.audit.record(tx, { act: 'calendar-link-revoked', by: me, subject: me.id });
    });
    return this.read(me);
  }

  private urlOf(secret: string): string {
    return `${this.config.DAYMARK_PUBLIC_URL}/api/v1/calendars/${calendarToken(this.config.DAYMARK_TOKEN_SECRET, secret)}`;
  }
}
