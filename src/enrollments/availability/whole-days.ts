/** Which whole days an event of a calendar fills, by its own zone. Pure. */
import type { CalendarProperty, RawEvent } from '../../platform/icalendar/content-lines.js';
import { dayOfWall, readValue, timeOfWall, wallIn, type CalendarValue } from '../../platform/icalendar/calendar-value.js';
import { DAY_MS, type Day } from '../../platform/icalendar/day-numbers.js';
import { readDuration } from '../../platform/icalendar/duration.js';
import { UTC, type Zone, type ZoneFinder } from '../../platform/icalendar/zones.js';

/** What the dates of an event depend on besides itself. */
export interface CalendarZones {
  /** Where what has no zone takes place: the calendar's own, else the learner's. */
  home: Zone;
  finder: ZoneFinder;
}

export interface WholeDays {
  first: Day;
  /** How many, at least one. */
  days: number;
  start: CalendarValue;
  zone: Zone;
  /** Time of its wall clock at which the event starts: 0 but for instants that are written in UTC. */
  time: number;
  /** How many days later a date is than it is in the zone that the event repeats in. */
  shift: number;
}

export type EventFault = { why: string; isUnreadable: boolean };

const LAST_MINUTE_MS = DAY_MS - 60_000;
const LONGEST_QUOTE = 40;
const unreadable = (why: string): EventFault => ({ why, isUnreadable: true });

export function readWholeDays(event: RawEvent, zones: CalendarZones): WholeDays | EventFault {
  const of = (name: string) => event.properties.find((property) => property.name === name);
  const [startLine, endLine, durationLine] = [of('DTSTART'), of('DTEND'), of('DURATION')];
  if (!startLine) return unreadable('has no start date');
  const start = valueOf(startLine, zones);
  if (!start) return unreadable(`its start is not a date: ${quoted(startLine)}`);
  const end = endLine ? valueOf(endLine, zones) : undefined;
  if (end === null) return unreadable(`its end is not a date: ${quoted(endLine)}`);
  const duration = !endLine && durationLine ? readDuration(durationLine.value) : undefined;
  if (duration === null) return unreadable(`its length cannot be read: ${quoted(durationLine)}`);
  const isMarked = event.properties.some(({ name, value }) => /ALLDAY/.test(name) && /^(TRUE|1)$/i.test(value.trim()));
  return wholeDays({ start, end, duration, isMarked }, zones.home) ?? { why: 'not a whole day', isUnreadable: false };
}

interface Times {
  start: CalendarValue;
  end: CalendarValue | undefined;
  /** In milliseconds. */
  duration: number | undefined;
  /** Whether the program that wrote it says that it fills whole days. */
  isMarked: boolean;
}

/** Null for what does not go from midnight to midnight. */
function wholeDays({ start, end, duration, isMarked }: Times, home: Zone): WholeDays | null {
  const own = start.kind === 'zoned' ? start.zone : end?.kind === 'zoned' ? end.zone : home;
  const within = (zone: Zone) => {
    const from = wallIn(start, zone);
    return { zone, from, to: end ? wallIn(end, zone) : duration === undefined ? undefined : from + duration };
  };
  // Many programs write whole days as midnights in UTC, wherever they are.
  for (const { zone, from, to } of start.kind === 'utc' ? [within(own), within(UTC)] : [within(own)]) {
    const days = timeOfWall(from) === 0 ? (daysUntil(from, to) ?? daysUntil(from, exactEnd(start, duration, zone))) : null;
    if (days !== null) return placed(start, zone, dayOfWall(from), days);
  }
  if (!isMarked) return null;
  const { zone, from, to = from } = within(own);
  // The zone of that midnight is unknown, so the nearest midnight counts.
  return placed(start, zone, Math.round(from / DAY_MS), Math.max(1, Math.round((to - from) / DAY_MS)));
}

/** The local time at which an exact number of hours ends. A day on which the clock changes has 23 or 25 hours. */
function exactEnd(start: CalendarValue, duration: number | undefined, zone: Zone): number {
  const at = duration === undefined ? null : instantOf(start);
  return at === null || duration === undefined ? NaN : wallIn({ kind: 'utc', at: at + duration }, zone);
}

/** Whole days up to a midnight or to the last minute of a day; what ends before it starts is one day. Null for any other end. */
function daysUntil(from: number, to: number | undefined): number | null {
  if (to === undefined || to <= from) return 1;
  const [days, rest] = [dayOfWall(to) - dayOfWall(from), timeOfWall(to)];
  if (rest === 0) return days;
  return rest >= LAST_MINUTE_MS ? days + 1 : null;
}

function placed(start: CalendarValue, zone: Zone, first: Day, days: number): WholeDays {
  // An instant in UTC repeats in UTC, which may be the day before.
  const wall = start.kind === 'utc' ? start.at : wallIn(start, zone);
  return { first, days, start, zone, time: timeOfWall(wall), shift: first - dayOfWall(wall) };
}

const instantOf = (value: CalendarValue): number | null => (value.kind === 'utc' ? value.at : value.kind === 'zoned' ? value.zone.instantOf(value.wall) : null);

/** The day that a value names in a series: that of an exception, of a moved occurrence, of an additional date. */
export function dayInSeries({ start, zone, time, shift }: WholeDays, value: CalendarValue): Day {
  const at = instantOf(value);
  if (start.kind === 'utc' && at !== null && timeOfWall(at - time) === 0) return dayOfWall(at - time) + shift;
  // Midnight in UTC for a date without a zone is how some programs write that date.
  if ((start.kind === 'date' || start.kind === 'floating') && value.kind === 'utc' && timeOfWall(value.at) === 0) return dayOfWall(value.at);
  const wall = wallIn(value, zone);
  return dayOfWall(wall) + (timeOfWall(wall) === time ? shift : 0);
}

/** The last day that a series may begin on, by the instant at which its rule ends. */
export function lastDayOf({ start, zone, time, shift }: WholeDays, until: CalendarValue): Day {
  if (until.kind === 'date') return dayOfWall(until.wall);
  const wall = start.kind === 'utc' ? (instantOf(until) ?? zone.instantOf(wallIn(until, zone))) : wallIn(until, zone);
  return dayOfWall(wall - time) + shift;
}

/** Null for what is no date; a zone that nobody knows is taken for the calendar's own. */
export function valueOf({ value, parameters }: CalendarProperty, { finder }: CalendarZones): CalendarValue | null {
  return readValue(value, parameters.tzid ? finder.find(parameters.tzid) : null);
}

export const quoted = (property: CalendarProperty | undefined): string => property?.value.trim().slice(0, LONGEST_QUOTE) ?? '';
