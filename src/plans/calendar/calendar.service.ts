import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { FileAnswer } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { calendarOf } from '../../platform/icalendar/write-calendar.js';
import { AccountEntity } from '../../users/account.entity.js';
import { PlansService } from '../plans.service.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { calendarEntries, isPrepared, type CalendarEntry, type Prepared } from './calendar-entries.js';
import { CalendarRevisions } from './calendar-revisions.service.js';
import { readCalendarToken } from './calendar-token.js';
import { CALENDAR_TYPE } from './calendar.contract.js';

/** Plans as calendar programs read them: as a feed, and item by item. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly revisions: CalendarRevisions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the calendar program reads. Plans are read as they stand: asking for a calendar makes none. */
  async behind(token: string): Promise<FileAnswer> {
    const secret = readCalendarToken(this.config.DAYMARK_TOKEN_SECRET, token);
    const feed = secret && (await this.database.manager.findOneBy(CalendarFeedEntity, { secret }));
    const isActive = feed && (await this.database.manager.existsBy(AccountEntity, { id: feed.accountId, deactivatedAt: IsNull() }));
    if (!isActive) throw new Problem(notFound, 'There is no calendar at this address. It may have been revoked: your settings show the current one.');
    return this.file('daymark.ics', await this.entriesOf(feed.accountId));
  }

  async event(person: Person, enrollmentId: string, itemId: string): Promise<FileAnswer> {
    const { learner } = await this.enrollments.read(person, enrollmentId);
    // As in the feed of the learner: the same event is the same text wherever it is read.
    const entries = (await this.entriesOf(learner.id)).filter((entry) => entry.enrollmentId === enrollmentId && entry.sourceId === itemId);
    const [entry] = entries;
    if (!entry || itemId === enrollmentId)
      throw new Problem(notFound, 'This item is not in the calendar. It may have been rescheduled, or your preparation is paused. Reload the plan.');
    return this.file(`${entry.event.date}.ics`, entries);
  }

  private async entriesOf(learnerId: string): Promise<CalendarEntry[]> {
    const { items } = await this.enrollments.ofAccount(learnerId);
    const prepared: Prepared[] = [];
    for (const enrollment of items.filter(isPrepared)) {
      const plan = await this.plans.asItStands(enrollment.id, enrollment.today);
      prepared.push({ enrollment, items: plan?.items ?? [], fixedDates: plan?.fixedDates ?? [] });
    }
    return calendarEntries(prepared, `${this.config.DAYMARK_PUBLIC_URL}/plan`);
  }

  private async file(name: string, entries: readonly CalendarEntry[]): Promise<FileAnswer> {
    const text = calendarOf('Daymark', await this.revisions.revised(entries));
    return { name, type: `${CALENDAR_TYPE}; charset=utf-8`, bytes: Buffer.from(text) };
  }
}
