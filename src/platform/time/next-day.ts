import type { Temporal } from 'temporal-polyfill';

/** When the next day begins where the person is; where clocks skip midnight, at the first moment of that date. */
export function nextDay(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}
