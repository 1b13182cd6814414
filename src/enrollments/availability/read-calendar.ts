/** Which dates a calendar of holidays makes free. Pure; nothing in a file, however it was made, costs more than reading it. */
import { convertIcsDuration, convertIcsText } from 'ts-ics';
import { daysBetween } from '../../platform/time/local-date.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import type { Span } from './availability-spans.js';
import { LONGEST_BREAK_DAYS } from './availability.contract.js';
import { eventLines, isCalendar, type EventLine } from './calendar-lines.js';
import { dateOf as dateOn, dayOf } from './day-numbers.js';
import { MOST_PERIODS, readRepeat, repeatingDates } from './repeating-dates.js';

export const MOST_EVENTS = 1_000;
/** A calendar that reaches further back is not one of holidays; it also bounds the years that are counted through. */
const FIRST_YEAR = '1900';
const LONGEST_TITLE = 120;
const LONGEST_RULE = 80;

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
type Event = { title: string } & (
  { first: FreeDays; rule: string | undefined; also: readonly LocalDate[]; except: Pick<ReadonlySet<LocalDate>, 'has'> } | { why: string } | { fault: string }
);

/** All days off within a span, the earliest first. A file that is wrong anywhere is refused as a whole, with every fault named. */
export function readCalendar(text: string, span: Span): ReadCalendar {
  if (!isCalendar(text)) return { faults: [{ path: '', message: 'Not a calendar: it does not begin with BEGIN:VCALENDAR' }] };
  const events = eventLines(text, MOST_EVENTS);
  if (events.length > MOST_EVENTS) return { faults: [{ path: '', message: `More than ${MOST_EVENTS} events` }] };
  const moved = movedDates(events);
  const read = events.map((lines) => readEvent(lines, moved));
  const faults = read.flatMap((event, i) => ('fault' in event ? [{ path: `event ${i + 1}, ${event.title}`, message: event.fault }] : []));
  if (faults.length > 0) return { faults };
  const work = { left: MOST_PERIODS };
  const found = read.map((event) => occurrences(event, span, work));
  return {
    faults: [],
    free: found.flatMap((each) => ('free' in each ? each.free : [])).sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)),
    skipped: found.flatMap((each) => ('why' in each ? [{ title: each.title, why: each.why }] : [])),
  };
}

/** Key of one occurrence of an event that repeats. */
const occurrence = (lines: readonly EventLine[], date: LocalDate) => `${lines.find(({ name }) => name === 'UID')?.value.trim() ?? ''} ${date}`;

/** Occurrences that were moved, changed or called off one by one: each is an event of its own (RECURRENCE-ID), in the place of the one of its series. */
function movedDates(events: readonly (readonly EventLine[])[]): ReadonlySet<string> {
  return new Set(events.flatMap((lines) => lines.flatMap((line) => (line.name === 'RECURRENCE-ID' ? [occurrence(lines, dateIn(line.value))] : []))));
}

function readEvent(lines: readonly EventLine[], moved: ReadonlySet<string>): Event {
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
  const [rule, another] = lines.filter(({ name }) => name === 'RRULE');
  if (another ?? of('EXRULE')) return { title, why: `repeats by several rules, which is not read: ${(another ?? of('EXRULE'))?.value.slice(0, LONGEST_RULE)}` };
  const datesOf = (wanted: string) => lines.filter(({ name }) => name === wanted).flatMap(({ value }) => value.split(',').map(dateIn));
  const also = datesOf('RDATE');
  if (also.some((date) => !LocalDate.safeParse(date).success))
    return { title, why: `repeats on dates that are not read: ${of('RDATE')?.value.slice(0, LONGEST_RULE)}` };
  const isSeries = of('RECURRENCE-ID') === undefined;
  const except = { has: (date: LocalDate) => excepted.has(date) || (isSeries && moved.has(occurrence(lines, date))) };
  const excepted = new Set(datesOf('EXDATE'));
  return { title, first: daysFrom(title, from, days), rule: rule?.value, also, except };
}

function occurrences(event: Event, { from, to }: Span, work: { left: number }): { free: FreeDays[] } | { title: string; why: string } {
  const { title } = event;
  if ('why' in event) return event;
  if ('fault' in event) return { title, why: event.fault };
  const { first, rule, also, except } = event;
  const days = daysBetween(first.fromOn, first.toOn) + 1;
  // One that began before the span may reach into it.
  const earliest = dateOn(dayOf(from) - days + 1);
  const repeated = rule === undefined ? [first.fromOn] : startsOf(first.fromOn, rule, { from: earliest, to }, work);
  if (repeated === null)
    return { title, why: `${work.left > 0 ? 'repeats in a way that is not read' : 'repeats too often to be counted'}: ${rule?.slice(0, LONGEST_RULE)}` };
  const starts = [...new Set([...repeated, ...also])].sort();
  const free = starts
    .filter((date) => date >= earliest && date <= to && !except.has(date))
    .map((date) => daysFrom(title, date, days))
    .map(({ fromOn, toOn }) => ({ title, fromOn: fromOn < from ? from : fromOn, toOn: toOn > to ? to : toOn }));
  return free.length > 0 ? { free: joined(free) } : { title, why: `not between ${from} and ${to}` };
}

function startsOf(first: LocalDate, text: string, span: Span, work: { left: number }): LocalDate[] | null {
  const rule = readRepeat(text);
  return rule && repeatingDates(first, rule, span, work);
}

/** Occurrences of one event that touch are one stretch, as far as a break may be long: a week off, written day by day. */
function joined(spans: readonly FreeDays[]): FreeDays[] {
  const all: FreeDays[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const touches = last !== undefined && dayOf(span.fromOn) - dayOf(last.toOn) <= 1 && dayOf(span.toOn) - dayOf(last.fromOn) < LONGEST_BREAK_DAYS;
    if (touches) last.toOn = span.toOn > last.toOn ? span.toOn : last.toOn;
    else all.push({ ...span });
  }
  return all;
}

const daysFrom = (title: string, fromOn: LocalDate, days: number): FreeDays => ({ title, fromOn, toOn: dateOn(dayOf(fromOn) + days - 1) });

/** The date that a value begins with: `20261225`, `20261225T000000Z`. */
const dateIn = (value: string): LocalDate => dashed(value.trim().slice(0, 8));
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
