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
import { availabilityFull, calendarNotReadable, MOST_BREAKS, MOST_EXCEPTIONS, type AvailabilityImport } from './availability.contract.js';
import { calendarEntries, type CalendarEntries } from './calendar-entries.js';
import { readCalendar, type FreeDays } from './read-calendar.js';
import { StudyBreakEntity } from './study-break.entity.js';

const MOST_SAID = 100;
const MOST_FAULTS = 20;

/** Takes holidays over from a calendar file. */
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
    const calendar = readCalendar(new TextDecoder().decode(file), settableSpan('exception', { ...enrollment, today }));
    if (!('free' in calendar)) throw unreadable(calendar.faults);
    const { free } = calendar;

    const look = () => this.writer.read((tx) => this.entries(tx, enrollmentId, free, today));
    const entries = await look();
    const isNothing = entries.exceptions.length + entries.breaks.length === 0;
    const set = isDryRun || isNothing ? entries : await this.set(learner, enrollmentId, free, today, entries);
    return { ...set, dryRun: isDryRun, skipped: [...calendar.skipped, ...set.skipped].slice(0, MOST_SAID) };
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
      throw new Problem(availabilityFull, `With it there were ${sums[0]} single dates and ${sums[1]} breaks ahead; ${MOST_EXCEPTIONS} and ${MOST_BREAKS} are the most. Import a shorter calendar.`); // prettier-ignore
    return entries;
  }
}

function unreadable(faults: readonly { path: string; message: string }[]): Problem {
  const [first] = faults;
  const detail = `${first?.path ? `${first.path}: ` : ''}${first?.message}. Nothing was set; mend the file, or export it again.`;
  return new Problem(calendarNotReadable, detail, { errors: faults.slice(0, MOST_FAULTS), faults: faults.length });
}
