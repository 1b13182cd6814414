/** When a person's day begins and ends: their time zone, and how long after midnight it is still yesterday for them. */
import { Temporal } from 'temporal-polyfill';

export interface DayZone {
  /** IANA name. */
  timeZone: string;
  /** Minutes after midnight at which the day begins: 240 for somebody who studies until four in the morning. */
  dayStartMinutes: number;
}

/** The latest day start, and the steps it goes in. */
export const LATEST_DAY_START = 360;
export const DAY_START_STEP = 15;

/**
 * The first instant at which a wall clock somewhere shows this time of this date, or a later one: where the clock skips the time, the end
 * of the gap; where it shows it twice, the first of the two.
 */
export function firstInstantOf(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Temporal.Instant {
  const wall = date.toPlainDateTime(time);
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isSkipped = !earlier.toPlainDateTime().equals(wall);
  // 'earlier' lies before the gap by its length; the transition that follows is the gap's end.
  return (isSkipped ? (earlier.getTimeZoneTransition('next') ?? earlier) : earlier).toInstant();
}

/** When a date begins for the person. Days follow each other without gap or overlap, whatever the clock does. */
export function dayStart(date: Temporal.PlainDate, { timeZone, dayStartMinutes }: DayZone): Temporal.Instant {
  const time = new Temporal.PlainTime(Math.floor(dayStartMinutes / 60), dayStartMinutes % 60);
  return firstInstantOf(date, time, timeZone);
}

/** The date it is for the person at a moment: the last one that has begun. */
export function dateAt(at: Temporal.Instant, zone: DayZone): Temporal.PlainDate {
  const date = at.toZonedDateTimeISO(zone.timeZone).toPlainDate();
  const hasBegun = (day: Temporal.PlainDate) => Temporal.Instant.compare(dayStart(day, zone), at) <= 0;
  if (!hasBegun(date)) return date.subtract({ days: 1 });
  // Where the clock goes back over midnight, the next date has begun although the calendar shows this one again.
  const next = date.add({ days: 1 });
  return hasBegun(next) ? next : date;
}

/** When the next day begins for the person. */
export const nextDay = (now: Temporal.Instant, zone: DayZone): Temporal.Instant => dayStart(dateAt(now, zone).add({ days: 1 }), zone);
