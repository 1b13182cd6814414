import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, IsNull } from 'typeorm';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { FileAnswer } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../../users/account.entity.js';
import { PlansService } from '../plans.service.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { calendarEntries, entryOf } from './calendar-entries.js';
import { calendarText, type CalendarEntry } from './calendar-text.js';
import { calendarToken, readCalendarToken } from './calendar-token.js';
import { CALENDAR_TYPE, type CalendarFeed } from './calendar.contract.js';

/** Whoever prepares at all; more than this many levels at once is nobody. */
const MOST_LEVELS = 20;
const PREPARING = new Set(['active', 'paused', 'failed', 'requested']);

/** Plans in a learner's own calendar: as a feed that it subscribes to, and item by item. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async feed(me: Person): Promise<CalendarFeed> {
    const feed = await this.database.manager.findOneBy(CalendarFeedEntity, { accountId: me.id });
    return { url: feed ? this.urlOf(feed.secret) : null, createdAt: feed?.createdAt.toISOString() ?? null };
  }

  async open(me: Person): Promise<CalendarFeed> {
    const feed = { accountId: me.id, secret: randomUUID(), createdAt: new Date(this.clock.now().epochMilliseconds) };
    await this.database.manager.createQueryBuilder().insert().into(CalendarFeedEntity).values(feed).orIgnore().execute();
    return this.feed(me);
  }

  async revoke(me: Person): Promise<CalendarFeed> {
    await this.database.manager.delete(CalendarFeedEntity, { accountId: me.id });
    return this.feed(me);
  }

  /** What the calendar program reads. Plans are read as they stand: asking for a calendar makes none. */
  async behind(token: string): Promise<FileAnswer> {
    const secret = readCalendarToken(this.config.DAYMARK_TOKEN_SECRET, token);
    const feed = secret && (await this.database.manager.findOneBy(CalendarFeedEntity, { secret }));
    const isActive = feed && (await this.database.manager.existsBy(AccountEntity, { id: feed.accountId, deactivatedAt: IsNull() }));
    if (!isActive) throw new Problem(notFound, 'There is no calendar at this address. It may have been revoked: the settings show the one that holds.');
    const owner: Person = { id: feed.accountId, roles: ['learner'] };
    const { items } = await this.enrollments.list(owner, { limit: MOST_LEVELS });
    const entries: CalendarEntry[] = [];
    for (const enrollment of items.filter(({ state }) => PREPARING.has(state))) {
      const plan = await this.plans.asItStands(enrollment.id, enrollment.today);
      if (plan) entries.push(...calendarEntries({ enrollment, ...plan, today: enrollment.today }));
    }
    return this.file('daymark.ics', 'Daymark', entries);
  }

  async event(person: Person, enrollmentId: string, itemId: string): Promise<FileAnswer> {
    const { level, today } = await this.enrollments.read(person, enrollmentId);
    const plan = await this.plans.asItStands(enrollmentId, today);
    const item = plan?.items.find(({ id }) => id === itemId);
    if (!plan || !item) throw new Problem(notFound, 'The plan holds no such item any more. Read the plan again.');
    return this.file(`${item.date}.ics`, 'Daymark', [entryOf(item, level.title, plan.madeMs)]);
  }

  private file(name: string, title: string, entries: readonly CalendarEntry[]): FileAnswer {
    const text = calendarText(title, entries, `${this.config.DAYMARK_PUBLIC_URL}/plan`);
    return { name, type: `${CALENDAR_TYPE}; charset=utf-8`, bytes: Buffer.from(text) };
  }

  private urlOf(secret: string): string {
    return `${this.config.DAYMARK_PUBLIC_URL}/api/v1/calendars/${calendarToken(this.config.DAYMARK_TOKEN_SECRET, secret)}`;
  }
}
