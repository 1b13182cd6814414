/** Dates and times of a calendar as what they are: a date, a time without a zone, a time in a zone, or an instant. Pure. */
import { DAY_MS, type Day } from './day-numbers.js';
import { UTC, wallFromMidnight, type Wall, type Zone } from './zones.js';

export type CalendarValue =
  | { kind: 'date'; wall: Wall }
  | { kind: 'floating'; wall: Wall }
  | { kind: 'zoned'; wall: Wall; zone: Zone }
  /** In milliseconds since 1970. */
  | { kind: 'utc'; at: number };

/** `20261225`, `20261225T000000`, `20261225T000000Z`; some programs add dashes and colons. */
const VALUE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d{1,9})?(Z)?)?$/i;

/** @param zone of the value's TZID, if it has one that is known. Null for what is no date. */
export function readValue(text: string, zone: Zone | null): CalendarValue | null {
  const [whole, year, month, day, hour, minute, second = '00', z] = VALUE.exec(text.trim().slice(0, 40)) ?? [];
  if (whole === undefined) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC rolls 30 February over to March, and takes the years 0 to 99 for 1900 to 1999.
  if (new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  if (hour === undefined) return { kind: 'date', wall: midnight };
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second);
  if (seconds > 86_400 || Number(minute) > 59 || Number(second) > 60) return null;
  const wall = midnight + seconds * 1_000;
  if (z !== undefined || zone === UTC) return { kind: 'utc', at: wall };
  return zone ? { kind: 'zoned', wall, zone } : { kind: 'floating', wall };
}

/** What a wall clock in the zone shows at that time; a date and a time without a zone are the same everywhere. */
export function wallIn(value: CalendarValue, zone: Zone): Wall {
  if (value.kind === 'utc') return wallFromMidnight(zone, value.at);
  if (value.kind !== 'zoned' || value.zone.name === zone.name) return value.wall;
  return wallFromMidnight(zone, value.zone.instantOf(value.wall));
}

export const dayOfWall = (wall: Wall): Day => Math.floor(wall / DAY_MS);
export const timeOfWall = (wall: Wall): number => wall - dayOfWall(wall) * DAY_MS;
