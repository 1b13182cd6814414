/** The days on which an event begins: once, or each time that its rules and lists say. Pure. */
import type { CalendarValue } from '../../platform/icalendar/calendar-value.js';
import { readValue } from '../../platform/icalendar/calendar-value.js';
import type { CalendarProperty, RawEvent } from '../../platform/icalendar/content-lines.js';
import type { Day } from '../../platform/icalendar/day-numbers.js';
import { readRepeatRule, repeatingDays, repeatsWithinADay } from '../../platform/icalendar/repeating-days.js';
import { dayInSeries, lastDayOf, quoted, valueOf, type CalendarZones, type EventFault, type WholeDays } from './whole-days.js';

/** Which occurrences have an event of their own, by the UID of the series. */
export type Overrides = Map<string, CalendarValue[]>;

interface Surroundings {
  zones: CalendarZones;
  overrides: Overrides;
  span: { from: Day; to: Day };
}

const LONGEST_RULE = 80;
/** Days that may be tried in the time that it takes to find the day of an override, which many events can share. */
const DAYS_OF_AN_OVERRIDE = 50;

/** In order, within the span. */
export function startsOf(event: RawEvent, whole: WholeDays, { zones, overrides, span }: Surroundings, work: { days: number }): { days: Day[] } | EventFault {
  const all = (name: string) => event.properties.filter((property) => property.name === name);
  const rules = all('RRULE');
  const repeated = eachRule(rules, whole, span, work);
  const removed = eachRule(all('EXRULE'), whole, span, work);
  if (!Array.isArray(repeated)) return repeated;
  if (!Array.isArray(removed)) return removed;
  const added = listed(all('RDATE'), whole, zones);
  const excepted = listed(all('EXDATE'), whole, zones);
  for (const { broken } of [added, excepted])
    if (broken) return { why: `${broken.name === 'RDATE' ? 'repeats on' : 'leaves out'} a date that cannot be read: ${quoted(broken)}`, isUnreadable: true };
  // A series continues without those of its occurrences that have their own event.
  const uid = all('UID')[0]?.value.trim() ?? '';
  const own = all('RECURRENCE-ID').length === 0 ? (overrides.get(uid) ?? []) : [];
  work.days -= own.length * DAYS_OF_AN_OVERRIDE;
  if (work.days < 0) return { why: 'repeats too often to be counted', isUnreadable: true };
  const moved = own.map((value) => dayInSeries(whole, value));
  const without = new Set([...removed, ...excepted.days, ...moved]);
  const days = new Set([...(rules.length === 0 ? [whole.first] : repeated), ...added.days]);
  return { days: [...days].filter((day) => day >= span.from && day <= span.to && !without.has(day)).sort((a, b) => a - b) };
}

function eachRule(lines: readonly CalendarProperty[], whole: WholeDays, span: { from: Day; to: Day }, work: { days: number }): Day[] | EventFault {
  const all: Day[] = [];
  for (const { value } of lines) {
    const days = ruleDays(value, whole, span, work);
    if (typeof days === 'string') return { why: `${days}: ${value.trim().slice(0, LONGEST_RULE)}`, isUnreadable: true };
    for (const day of days) all.push(day);
  }
  return all;
}

function ruleDays(text: string, whole: WholeDays, { from, to }: { from: Day; to: Day }, work: { days: number }): Day[] | string {
  if (repeatsWithinADay(text)) return 'repeats more than once a day';
  const rule = readRepeatRule(text);
  const until = typeof rule?.until === 'string' ? readValue(rule.until, null) : null;
  if (!rule || (rule.until !== null && !until)) return 'repeats in a way that cannot be read';
  const { first, shift } = whole;
  const last = until ? lastDayOf(whole, until) - shift : Infinity;
  const days = repeatingDays(first - shift, rule, last, { from: from - shift, to: to - shift }, work);
  return days ? days.map((day) => day + shift) : 'repeats too often to be counted';
}

/** Dates of a list, as RDATE and EXDATE are. Of a period, the first day counts. */
function listed(lines: readonly CalendarProperty[], whole: WholeDays, zones: CalendarZones): { days: Day[]; broken?: CalendarProperty } {
  const days: Day[] = [];
  for (const line of lines) {
    for (const text of line.value.split(',')) {
      // Some programs end a list with a comma.
      if (text.trim() === '') continue;
      const value = valueOf({ ...line, value: text.split('/')[0] ?? '' }, zones);
      if (!value) return { days, broken: { ...line, value: text } };
      days.push(dayInSeries(whole, value));
    }
  }
  return { days };
}
