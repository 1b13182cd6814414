/** Which dates a calendar of holidays makes free. Pure; nothing in a file, however it was made, costs more than reading it. */
import { convertIcsDuration, convertIcsRecurrenceRule, convertIcsText } from 'ts-ics';
import { daysBetween, plainDate } from '../../platform/time/local-date.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import type { Span } from './availability-spans.js';
import { LONGEST_BREAK_DAYS } from './availability.contract.js';
import { eventLines, isCalendar, type EventLine } from './calendar-lines.js';
import { isYearly, yearlyDates } from './yearly-dates.js';

export const MOST_EVENTS = 1_000;
/** A calendar that reaches further back is not one of holidays; it also bounds the years that are counted through. */
const FIRST_YEAR = '1900';
const LONGEST_TITLE = 120;

export interface FreeDays {
  title: string;
  fromOn: LocalDate;
  /** The last day, included. */
  toOn: LocalDate;
}

export interface CalendarFault {
  /** Which event, by its place in the file and its title. */
  path: string;
  message: string;
}

export type ReadCalendar = { faults: CalendarFault[] } | { faults: []; free: FreeDays[]; skipped: { title: string; why: string }[] };

/** What an event says: when it first is, or why it is passed over, or what is wrong with it. */
type Event = { title: string } & ({ first: FreeDays; rule: string | undefined; except: ReadonlySet<LocalDate> } | { why: string } | { fault: string });

/** All days off within a span, the earliest first. A file that is wrong anywhere is refused as a whole, with every fault named. */
export function readCalendar(text: string, span: Span): ReadCalendar {
  if (!isCalendar(text)) return { faults: [{ path: '', message: 'Not a calendar: it does not begin with BEGIN:VCALENDAR' }] };
  const events = eventLines(text, MOST_EVENTS);
  if (events.length > MOST_EVENTS) return { faults: [{ path: '', message: `More than ${MOST_EVENTS} events` }] };
  const read = events.map(readEvent);
  const faults = read.flatMap((event, i) => ('fault' in event ? [{ path: `event ${i + 1}, ${event.title}`, message: event.fault }] : []));
  if (faults.length > 0) return { faults };
  const found = read.map((event) => occurrences(event, span));
  return {
    faults: [],
    free: found.flatMap((each) => ('free' in each ? each.free : [])).sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)),
    skipped: found.flatMap((each) => ('why' in each ? [{ title: each.title, why: each.why }] : [])),
  };
}

function readEvent(lines: readonly EventLine[]): Event {
  const of = (name: string) => lines.find((line) => line.name === name);
  const title = (convertIcsText(undefined, { value: of('SUMMARY')?.value ?? '' }).trim() || 'Untitled').slice(0, LONGEST_TITLE);
  const [start, end] = [of('DTSTART'), of('DTEND')];
  if (of('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return { title, why: 'cancelled' };
  if (!start) return { title, fault: 'no DTSTART' };
  const [from, until] = [dateOf(start), end && dateOf(end)];
  if (from === 'broken') return { title, fault: `DTSTART is no date: ${start.value.slice(0, 40)}` };
  if (until === 'broken') return { title, fault: `DTEND is no date: ${end?.value.slice(0, 40)}` };
  if (from === 'time of day' || until === 'time of day') return { title, why: 'not a whole day' };
  if (from < FIRST_YEAR) return { title, fault: `DTSTART lies before ${FIRST_YEAR}: ${from}` };
  const days = until === undefined ? durationOf(of('DURATION')) : Math.max(1, daysBetween(from, until));
  if (days > LONGEST_BREAK_DAYS) return { title, why: `longer than ${LONGEST_BREAK_DAYS} days` };
  const except = lines.filter(({ name }) => name === 'EXDATE').flatMap(({ value }) => value.split(',').map((each) => dashed(each.trim().slice(0, 8))));
  return { title, first: daysFrom(title, from, days), rule: of('RRULE')?.value, except: new Set(except) };
}

function occurrences(event: Event, { from, to }: Span): { free: FreeDays[] } | { title: string; why: string } {
  const { title } = event;
  if ('why' in event) return event;
  if ('fault' in event) return { title, why: event.fault };
  const { first, rule, except } = event;
  const days = daysBetween(first.fromOn, first.toOn) + 1;
  // One that began before the span may reach into it.
  const earliest = plainDate(from)
    .subtract({ days: days - 1 })
    .toString();
  const starts = rule === undefined ? [first.fromOn] : startsOf(first.fromOn, rule, earliest, to);
  if (starts === null) return { title, why: 'repeats in a way that is not read; yearly events are' };
  const free = starts
    .filter((date) => date >= earliest && date <= to && !except.has(date))
    .map((date) => daysFrom(title, date, days))
    .map(({ fromOn, toOn }) => ({ title, fromOn: fromOn < from ? from : fromOn, toOn: toOn > to ? to : toOn }));
  return free.length > 0 ? { free } : { title, why: `not between ${from} and ${to}` };
}

function startsOf(first: LocalDate, text: string, from: LocalDate, to: LocalDate): LocalDate[] | null {
  const rule = convertIcsRecurrenceRule(undefined, { value: text.trim().toUpperCase() });
  return isYearly(rule) ? yearlyDates(first, rule, from, to) : null;
}

const daysFrom = (title: string, fromOn: LocalDate, days: number): FreeDays => ({
  title,
  fromOn,
  toOn: plainDate(fromOn)
    .add({ days: days - 1 })
    .toString(),
});

const dashed = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

/** A date, as `20261225` or as midnight without a zone, which is how some programs write whole days. */
function dateOf({ value }: EventLine): LocalDate | 'time of day' | 'broken' {
  const [, digits, time] = /^(\d{8})(T\d{6}Z?)?$/i.exec(value.trim().slice(0, 20)) ?? [];
  const date = LocalDate.safeParse(dashed(digits ?? ''));
  if (!date.success) return 'broken';
  return time === undefined || time.toUpperCase() === 'T000000' ? date.data : 'time of day';
}

/** Whole days, at least one. */
function durationOf(line: EventLine | undefined): number {
  if (!line) return 1;
  const { weeks = 0, days = 0 } = convertIcsDuration(undefined, { value: line.value.trim().slice(0, 40) }) ?? {};
  const sum = weeks * 7 + days;
  return Number.isFinite(sum) ? Math.max(1, sum) : 1;
}
