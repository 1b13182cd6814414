/** Dates and moments of the demo school, counted back from the date it is filled on: its story is the same on every weekday and in every month. */
import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Availability } from '../enrollments/enrollments.contract.js';
import { asAvailability } from '../enrollments/shown-enrollment.js';
import { firstInstantOf } from '../platform/time/day-zone.js';

/** Minutes of today, of yesterday and so on to six days ago. Days seven apart have the same. */
export type WeekBack = readonly [number, number, number, number, number, number, number];

/** A learner enrolls at this time of their day. */
export const ENROLLED_AT = Temporal.PlainTime.from('08:00');
const FOUNDED_HOURS_AGO = 61 * 24;

/** Mentors and the admin are there before the first learner. */
export const foundedAt = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: FOUNDED_HOURS_AGO });

/** The past as somebody in a time zone counts it. */
export class DaysBack {
  private readonly today: Temporal.PlainDate;

  constructor(
    now: Temporal.Instant,
    private readonly timeZone: string,
  ) {
    this.today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  }

  /** @param daysAgo negative for a date that is still to come */
  date(daysAgo: number): Temporal.PlainDate {
    return this.today.subtract({ days: daysAgo });
  }

  /** @param time as the wall clock shows it there; the end of the gap where it skips that time */
  at(daysAgo: number, time: Temporal.PlainTime): Temporal.Instant {
    return firstInstantOf(this.date(daysAgo), time, this.timeZone);
  }

  /** The usual week that gives each day back its minutes. */
  availability(week: WeekBack): Availability {
    const minutes = new Map(week.map((each, daysAgo) => [this.date(daysAgo).dayOfWeek, each]));
    return asAvailability(WEEKDAYS.map((_, i) => minutes.get(i + 1) ?? 0));
  }
}
