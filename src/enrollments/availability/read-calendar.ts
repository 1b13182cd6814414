/** Which dates a calendar of holidays makes free. Pure; nothing in a file, however it was made, costs more than reading it. */
import { calendarText } from '../../platform/icalendar/calendar-text.js';
import { isCalendar, readCalendars, type RawCalendar, type RawEvent } from '../../platform/icalendar/content-lines.js';
import { dateOf, dayOf, type Day } from '../../platform/icalendar/day-numbers.js';
import { plainText } from '../../platform/icalendar/plain-text.js';
import { namedZone, ZoneFinder } from '../../platform/icalendar/zones.js';
import type { LocalDate, TimeZone } from '../../platform/time/time.contract.js';
import type { Span } from './availability-spans.js';
import { LONGEST_BREAK_DAYS, MAX_SKIPPED } from './availability.contract.js';
import { startsOf, type Overrides } from './event-series.js';
import { notACalendar } from './not-a-calendar.js';
import { readWholeDays, valueOf, type CalendarZones, type EventFault } from './whole-days.js';

/** A calendar that reaches further back is not one of holidays; it also bounds the years that are counted through. */
const FIRST_DAY = dayOf('1900-01-01');
const LONGEST_TITLE = 120;
/** Days that may be tried for all rules of a file: enough for some ten thousand events that repeat. */
export const MAX_DAYS = 3_000_000;

export interface FreeDays {
  title: string;
  fromOn: LocalDate;
  /** The last day, included. */
  toOn: LocalDate;
}

export interface SkippedEvent {
  title: string;
  why: string;
}

export type ReadCalendar =
  | { fault: string }
  | {
      /** The earliest first. */
      free: FreeDays[];
      unreadable: SkippedEvent[];
      /** Others that set nothing, those on dates that cannot be set last. Of both lists only the first `MAX_SKIPPED` are told. */
      skipped: SkippedEvent[];
      /** All that set nothing. */
      skippedCount: number;
      /** Whether events were skipped for no other reason than that counting them took too long. */
      isWorkUsedUp: boolean;
    };

export interface Wanted {
  span: Span;
  /** The learner's, for what names no zone in a calendar that names none. */
  timeZone: TimeZone;
  /** Days that may be tried for all rules together. */
  maxDays?: number;
}

/** Why an event sets nothing: whether it cannot be read, is no day off, or lies on other dates. */
type Rank = 'unreadable' | 'skipped' | 'elsewhere';
type Found = { free: FreeDays[] } | (SkippedEvent & { rank: Rank });

/** All days off within a span. An event that is not read is named with the reason; only what is no calendar at all is refused. */
export function readCalendar(bytes: Uint8Array, { span, timeZone, maxDays = MAX_DAYS }: Wanted): ReadCalendar {
  const text = calendarText(bytes);
  if (!isCalendar(text)) return { fault: notACalendar(bytes, text) };
  const work = { days: maxDays };
  const calendars = readCalendars(text);
  const finder = new ZoneFinder(new Map(calendars.flatMap(({ zones }) => [...zones])));
  const zones = { home: finder.find(timeZone) ?? namedZone(timeZone), finder };
  const found = calendars.flatMap((calendar) => eventsOf(calendar, zones, span, work));
  const ranked = (rank: Rank) => found.flatMap((each) => ('why' in each && each.rank === rank ? [{ title: each.title, why: each.why }] : []));
  return {
    free: withoutTwins(found.flatMap((each) => ('free' in each ? each.free : []))).sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)),
    unreadable: ranked('unreadable').slice(0, MAX_SKIPPED),
    skipped: [...ranked('skipped'), ...ranked('elsewhere')].slice(0, MAX_SKIPPED),
    skippedCount: found.filter((each) => 'why' in each).length,
    isWorkUsedUp: work.days < 0,
  };
}

/** Many events may say the same of the same days. */
const withoutTwins = (free: readonly FreeDays[]): FreeDays[] => [...new Map(free.map((each) => [`${each.fromOn} ${each.toOn} ${each.title}`, each])).values()];

function eventsOf(calendar: RawCalendar, { home, finder }: CalendarZones, span: Span, work: { days: number }): Found[] {
  const of = (name: string) => calendar.properties.find((property) => property.name === name)?.value;
  const named = of('X-WR-TIMEZONE') ?? of('TIMEZONE-ID') ?? of('TZ');
  const zones = { home: (named === undefined ? null : finder.find(named)) ?? home, finder };
  const overrides = overridesIn(calendar, zones);
  const isCanceled = of('METHOD')?.trim().toUpperCase() === 'CANCEL';
  const days = { from: dayOf(span.from), to: dayOf(span.to) };
  return calendar.events.map((event) => {
    const title = titleOf(event);
    const read = isCanceled ? CANCELED : occurrencesOf(event, { zones, overrides, span: days }, work);
    if ('why' in read) return { title, why: read.why, rank: read.isUnreadable ? 'unreadable' : 'skipped' };
    const free = joined(title, read.starts, read.days, days);
    return free.length > 0 ? { free } : { title, why: `not between ${span.from} and ${span.to}`, rank: 'elsewhere' };
  });
}

/** Occurrences that were moved, changed or called off one by one (RECURRENCE-ID), by the UID of their series. */
function overridesIn(calendar: RawCalendar, zones: CalendarZones): Overrides {
  const overrides: Overrides = new Map();
  for (const { properties } of calendar.events) {
    const of = (name: string) => properties.find((property) => property.name === name);
    const [id, uid] = [of('RECURRENCE-ID'), of('UID')?.value.trim() ?? ''];
    const value = id && valueOf(id, zones);
    const others = overrides.get(uid);
    if (value && others) others.push(value);
    else if (value) overrides.set(uid, [value]);
  }
  return overrides;
}

function titleOf({ properties }: RawEvent): string {
  const summary = properties.find(({ name }) => name === 'SUMMARY');
  return (summary && plainText(summary, LONGEST_TITLE)) || 'Untitled';
}

const CANCELED: EventFault = { why: 'canceled', isUnreadable: false };

interface Surroundings {
  zones: CalendarZones;
  overrides: Overrides;
  span: { from: Day; to: Day };
}

function occurrencesOf(event: RawEvent, { zones, overrides, span }: Surroundings, work: { days: number }): { starts: Day[]; days: number } | EventFault {
  const of = (name: string) => event.properties.find((property) => property.name === name);
  if (of('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return CANCELED;
  const [broken] = event.unreadable.filter((line) => !/^(SUMMARY|STATUS)/i.test(line));
  if (broken !== undefined) return { why: `this line cannot be read: ${broken.slice(0, 80)}`, isUnreadable: true };
  if (!event.isWhole) return { why: 'its end is missing: the file may be cut off', isUnreadable: true };
  if (of('RECURRENCE-ID')?.parameters.range?.toUpperCase() === 'THISANDFUTURE')
    return { why: 'it changes all later dates of a series, and Daymark can’t read that', isUnreadable: true };
  const whole = readWholeDays(event, zones);
  if ('why' in whole) return whole;
  if (whole.first < FIRST_DAY) return { why: `starts before 1900: ${dateOf(whole.first)}`, isUnreadable: true };
  if (whole.days > LONGEST_BREAK_DAYS) return { why: `longer than ${LONGEST_BREAK_DAYS} days`, isUnreadable: false };
  // One that began before the span may reach into it.
  const starts = startsOf(event, whole, { zones, overrides, span: { from: span.from - whole.days + 1, to: span.to } }, work);
  return 'why' in starts ? starts : { starts: starts.days, days: whole.days };
}

/** Occurrences of one event that touch are one stretch, as far as a break may be long: a week off, written day by day. */
function joined(title: string, starts: readonly Day[], days: number, span: { from: Day; to: Day }): FreeDays[] {
  const all: { from: Day; to: Day }[] = [];
  for (const start of starts) {
    const [from, to] = [Math.max(start, span.from), Math.min(start + days - 1, span.to)];
    const last = all.at(-1);
    if (last && from - last.to <= 1 && to - last.from < LONGEST_BREAK_DAYS) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all.map(({ from, to }) => ({ title, fromOn: dateOf(from), toOn: dateOf(to) }));
}
