/** Time zones as calendars name them: by IANA, by Windows, by an offset, or by a definition in the file itself. Pure. */
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from './day-numbers.js';
import { WINDOWS_ZONES } from './windows-zones.data.js';

/** Milliseconds since 1970 that a wall clock shows, read as if it were UTC. */
export type Wall = number;

export interface Zone {
  /** Zones of the same name are the same. */
  name: string;
  wallAt(instantMs: number): Wall;
  /** Of a time that the clock skips, the end of the gap; of one that it shows twice, one of the two. */
  instantOf(wall: Wall): number;
}

export const UTC: Zone = { name: 'UTC', wallAt: (at) => at, instantOf: (wall) => wall };
const UTC_NAMES = new Set(['UTC', 'Z', 'GMT', 'ETC/UTC', 'ETC/GMT', 'ETC/ZULU', 'ZULU', 'COORDINATED UNIVERSAL TIME', '(UTC) COORDINATED UNIVERSAL TIME']);

/** An IANA zone or a fixed offset, as `Europe/Berlin` and `+01:00`. */
export function namedZone(name: string): Zone {
  const plain = (wall: Wall) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return remembering({
    name,
    wallAt: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds,
    instantOf: (wall) => plain(wall).toZonedDateTime(name).epochMilliseconds,
  });
}

/** No clock changes within a quarter of an hour, so one answer holds for all of it; a calendar asks for the same days over and over. */
const QUARTER_MS = 900_000;

function remembering({ name, wallAt, instantOf }: Zone): Zone {
  const within = (convert: (ms: number) => number) => {
    const known = new Map<number, number>();
    return (ms: number) => {
      const begin = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
      const converted = known.get(begin) ?? convert(begin);
      known.set(begin, converted);
      return converted + ms - begin;
    };
  };
  return { name, wallAt: within(wallAt), instantOf: within(instantOf) };
}

/** When a date begins in the zone: at midnight, or after it where the clock skips midnight. */
export const dayBegin = (zone: Zone, day: number): number => zone.instantOf(day * DAY_MS);

/** What a wall clock shows, with the first moment of a date as its midnight, also where the clock skips midnight. */
export function wallFromMidnight(zone: Zone, instantMs: number): Wall {
  const wall = zone.wallAt(instantMs);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return wall !== midnight && dayBegin(zone, midnight / DAY_MS) === instantMs ? midnight : wall;
}

/** Zones that a file defines are worked through year by year, so only some of them are. */
const MAX_DEFINED = 20;
/** Names are looked up in lists; no real file has as many. */
const MAX_NAMES = 500;

/** Finds the zones that the calendars of one file name. */
export class ZoneFinder {
  private readonly found = new Map<string, Zone | null>();
  private defined = 0;

  /** @param definitions the lines of each VTIMEZONE, by its TZID */
  constructor(private readonly definitions: ReadonlyMap<string, readonly string[]> = new Map()) {}

  /** Null for a name that nobody knows. */
  find(name: string): Zone | null {
    const known = this.found.get(name);
    if (known !== undefined || this.found.size >= MAX_NAMES) return known ?? null;
    const zone = this.look(name.trim());
    this.found.set(name, zone);
    return zone;
  }

  private look(name: string): Zone | null {
    if (UTC_NAMES.has(name.replace(/^tzone:\/\/microsoft\//i, '').toUpperCase())) return UTC;
    const definition = this.definitions.get(name);
    const location = definition?.map((line) => /^X-LIC-LOCATION:(.*)$/i.exec(line)?.[1]?.trim()).find(Boolean);
    const iana = ianaName(name) ?? (location === undefined ? null : ianaName(location));
    if (iana) return namedZone(iana);
    const own = definition && this.defined++ < MAX_DEFINED ? definedZone(name, definition) : null;
    return own ?? guessedZone(name);
  }
}

function ianaName(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    return null;
  }
}

/** By what programs write in place of an IANA name: a Windows name, a path that ends in one, cities, or the offset. */
function guessedZone(name: string): Zone | null {
  const american = /(Pacific|Mountain|Central|Eastern|Atlantic) Time \((?:US & )?Canada\)/.exec(name)?.[1];
  const windows = WINDOWS_ZONES[name] ?? WINDOWS_ZONES[`${american ?? name.replace(/ (Daylight|Summer) Time$/, '')} Standard Time`];
  const ofPath = name
    .split('/')
    .map((_, i, parts) => parts.slice(i).join('/'))
    .find((path) => path.includes('/') && ianaName(path));
  const iana = windows ?? ofPath ?? cityZone(name);
  return iana ? namedZone(iana) : offsetZone(name);
}

const ZONES = Intl.supportedValuesOf('timeZone');

/** `(UTC+01:00) Amsterdam, Berlin, Rome`: the first city that gives a zone its name. */
function cityZone(name: string): string | null {
  const cities = /^\((?:UTC|GMT)[^)]*\)(.*)$/i.exec(name)?.[1]?.split(/[,;]/) ?? [];
  for (const city of cities) {
    const wanted = `/${city.trim().replaceAll(' ', '_')}`.toLowerCase();
    const zone = wanted.length > 1 && ZONES.find((each) => each.toLowerCase().endsWith(wanted));
    if (zone) return zone;
  }
  return null;
}

/** `UTC-11`, `GMT+0100`, `(UTC+05:30) Chennai`, `+01:00`. */
function offsetZone(name: string): Zone | null {
  const [, sign, hours, minutes = '00'] = /^\(?(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(name) ?? [];
  if (!sign || !hours || Number(hours) > 14 || Number(minutes) > 59) return null;
  return namedZone(`${sign}${hours.padStart(2, '0')}:${minutes}`);
}

/** More changes of the clock than any real zone is written with. */
const MOST_LINES = 1_000;

/** A zone by the rules in the file. Null for rules that no real clock follows; some of them would keep the library busy for hours. */
function definedZone(name: string, lines: readonly string[]): Zone | null {
  const rules = lines.filter((line) => /^RRULE/i.test(line));
  const isSane = lines.length <= MOST_LINES && rules.every((rule) => /[:;]FREQ=YEARLY(;|$)/i.test(rule)) && lines.every(isLaterThan1600);
  if (!isSane) return null;
  try {
    const text = ['BEGIN:VTIMEZONE', ...lines.filter((line) => /^(BEGIN|END|TZID|TZOFFSET|DTSTART|RRULE|RDATE)/i.test(line)), 'END:VTIMEZONE'];
    // Windows writes rules since 1601, of which the library would go through each year.
    const component = text.join('\r\n').toUpperCase().replaceAll('DTSTART:1601', 'DTSTART:1970');
    const zone = new ICAL.Timezone({ component, tzid: name });
    const offsetAt = (wall: Wall) => zone.utcOffset(timeOf(wall)) * 1_000;
    const instantOf = (wall: Wall) => wall - offsetAt(wall);
    // The offset is asked for by the wall clock: near a change of the clock it is that of the day before or of the day after.
    const wallAt = (at: number) => {
      const [before, after] = [at + offsetAt(at - DAY_MS), at + offsetAt(at + DAY_MS)];
      return instantOf(before) === at ? before : after;
    };
    wallAt(0);
    return remembering({ name, wallAt, instantOf });
  } catch {
    return null;
  }
}

const isLaterThan1600 = (line: string) => !/^DTSTART/i.test(line) || /:(1[6-9]|[2-9]\d)\d{2}/.test(line);

function timeOf(wall: Wall): InstanceType<typeof ICAL.Time> {
  const at = new Date(wall);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return ICAL.Time.fromData({ year, month, day, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: false });
}
