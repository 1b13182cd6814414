/** What a calendar's free days become, beside what is set already. Pure. */
import { cutText } from '../../platform/icalendar/plain-text.js';
import { daysBetween } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { LONGEST_BREAK_DAYS, type AvailabilityException, type BreakInput } from './availability.contract.js';
import { overlaps } from './availability-spans.js';
import type { FreeDays, SkippedEvent } from './read-calendar.js';

interface Standing {
  exceptions: readonly { date: LocalDate; minutes: number }[];
  breaks: readonly { fromOn: LocalDate; toOn: LocalDate }[];
}

export interface CalendarEntries {
  exceptions: AvailabilityException[];
  breaks: BreakInput[];
  skipped: SkippedEvent[];
}

/**
 * Days that belong together become one entry: a single date gets 0 minutes, several are a break. What the learner said of a date by hand
 * stays, and so do breaks that are there, so that the same file again sets nothing.
 *
 * @param free the earliest first
 */
export function calendarEntries(free: readonly FreeDays[], standing: Standing): CalendarEntries {
  const said = new Map(standing.exceptions.map(({ date, minutes }) => [date, minutes]));
  const entries: CalendarEntries = { exceptions: [], breaks: [], skipped: [] };
  for (const span of joined(free)) {
    const { title, fromOn, toOn } = span;
    const there = standing.breaks.find((other) => overlaps(other, span));
    if (there) entries.skipped.push({ title, why: `a break from ${there.fromOn} to ${there.toOn} is set already` });
    else if (fromOn < toOn) entries.breaks.push({ kind: 'holiday', fromOn, toOn, note: title });
    else if (said.has(fromOn)) entries.skipped.push({ title, why: `${fromOn} is set to ${said.get(fromOn)} min already` });
    else entries.exceptions.push({ date: fromOn, minutes: 0, reason: title });
  }
  return entries;
}

const LONGEST_NOTE = 200;

/** Spans that share dates are one, as far as a break may be long; days side by side stay apart. */
function joined(free: readonly FreeDays[]): FreeDays[] {
  const spans: FreeDays[] = [];
  for (const each of free) {
    const last = spans.at(-1);
    const toOn = last && last.toOn > each.toOn ? last.toOn : each.toOn;
    if (!last || each.fromOn > last.toOn || daysBetween(last.fromOn, toOn) >= LONGEST_BREAK_DAYS) {
      // What a span that is long enough holds already is not said twice.
      if (!last || each.fromOn > last.toOn) spans.push({ ...each });
      continue;
    }
    last.toOn = toOn;
    if (!last.title.split(', ').includes(each.title)) last.title = cutText(`${last.title}, ${each.title}`, LONGEST_NOTE);
  }
  return spans;
}
