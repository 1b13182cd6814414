import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { EnrollmentWriter, refuseUnlessPlannable } from '../enrollment-writer.service.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { AvailabilityExceptionEntity } from './availability-exception.entity.js';
import { settableSpan } from './availability-spans.js';
import { availabilityFull, calendarNotReadable, MAX_SKIPPED, MOST_BREAKS, MOST_EXCEPTIONS, type AvailabilityImport } from './availability.contract.js';
import { calendarEntries, type CalendarEntries } from './calendar-entries.js';
import { readCalendarAside } from './read-calendar-aside.js';
import type { FreeDays } from './read-calendar.js';
import { StudyBreakEntity } from './study-break.entity.js';

/** Imports days off from a calendar file. */
@Injectable()
export class AvailabilityImportService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly clock: Clock,
  ) {}

  async import(learner: Person, enrollmentId: string, file: Uint8Array, isDryRun: boolean): Promise<AvailabilityImport> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    refuseUnlessPlannable(enrollment);
    const today = this.clock.today(enrollment);
    const calendar = await readCalendarAside(file, { span: settableSpan('exception', { ...enrollment, today }), timeZone: enrollment.timeZone });
    if ('fault' in calendar) throw new Problem(calendarNotReadable, `${calendar.fault} Nothing has changed.`);
    const { free } = calendar;

    const look = () => this.writer.read((tx) => this.entries(tx, enrollmentId, free, today));
    const entries = await look();
    const isNothing = entries.exceptions.length + entries.breaks.length === 0;
    const set = isDryRun || isNothing ? entries : await this.set(learner, enrollmentId, free, today, entries);
    const skipped = [...calendar.unreadable, ...set.skipped, ...calendar.skipped];
    return { ...set, dryRun: isDryRun, skipped: skipped.slice(0, MAX_SKIPPED), skippedCount: set.skipped.length + calendar.skippedCount };
  }

  private set(learner: Person, enrollmentId: string, free: readonly FreeDays[], today: LocalDate, seen: CalendarEntries): Promise<CalendarEntries> {
    const change = { what: 'calendar', became: `${seen.exceptions.length} ${seen.breaks.length}`, revises: true } as const;
    return this.writer.write(learner, enrollmentId, change, async (tx) => {
      const entries = await this.entries(tx, enrollmentId, free, today);
      const from = { enrollmentId, source: 'calendar' as const, setAt: this.writer.now(), setBy: learner.id };
      if (entries.exceptions.length > 0) await tx.insert(AvailabilityExceptionEntity, entries.exceptions.map((each) => ({ ...each, ...from }))); // prettier-ignore
      if (entries.breaks.length > 0) await tx.insert(StudyBreakEntity, entries.breaks.map((each) => ({ ...each, ...from, id: uuidv7() }))); // prettier-ignore
      return entries;
    });
  }

  private async entries(tx: EntityManager, enrollmentId: string, free: readonly FreeDays[], today: LocalDate): Promise<CalendarEntries> {
    const exceptions = await tx.findBy(AvailabilityExceptionEntity, { enrollmentId, date: MoreThanOrEqual(today) });
    const breaks = await tx.findBy(StudyBreakEntity, { enrollmentId, toOn: MoreThanOrEqual(today) });
    const entries = calendarEntries(free, { exceptions, breaks });
    const sums = [exceptions.length + entries.exceptions.length, breaks.length + entries.breaks.length] as const;
    if (sums[0] > MOST_EXCEPTIONS || sums[1] > MOST_BREAKS)
      throw new Problem(availabilityFull, `With this calendar you would have ${sums[0]} days off and ${sums[1]} breaks ahead. You can have up to ${MOST_EXCEPTIONS} days off and ${MOST_BREAKS} breaks. Import a calendar that holds only your days off.`); // prettier-ignore
    return entries;
  }
}
