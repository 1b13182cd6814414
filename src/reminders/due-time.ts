import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from '../platform/time/time.contract.js';

/** A wall-clock time that recurs each day somewhere. */
export interface DailyTime {
  localTime: LocalTime;
  /** IANA name. */
  timeZone: string;
}

/**
 * The first instant strictly after `after` at which this local time happens. Where the clock skips it, the first valid instant after
 * the gap; where it happens twice, the first of the two.
 */
export function nextDue({ localTime, timeZone }: DailyTime, after: Temporal.Instant): Temporal.Instant {
  const today = after.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let days = 0; ; days++) {
    const due = instantOf(today.add({ days }), localTime, timeZone);
    if (Temporal.Instant.compare(due, after) > 0) return due;
  }
}

function instantOf(date: Temporal.PlainDate, localTime: LocalTime, timeZone: string): Temporal.Instant {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(localTime));
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isSkipped = !earlier.toPlainDateTime().equals(wall);
  // 'earlier' lies before the gap by its length; the transition that follows is the gap's end.
  return (isSkipped ? (earlier.getTimeZoneTransition('next') ?? earlier) : earlier).toInstant();
}
