import { Temporal } from 'temporal-polyfill';
import { firstInstantOf } from '../platform/time/day-zone.js';
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
  const time = Temporal.PlainTime.from(localTime);
  for (let days = 0; ; days++) {
    const due = firstInstantOf(today.add({ days }), time, timeZone);
    if (Temporal.Instant.compare(due, after) > 0) return due;
  }
}
