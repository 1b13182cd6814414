/** The parts of an iCalendar text that matter here, in one pass, however the file was made. Pure. */
import ICAL from 'ical.js';

/** One property, unfolded: `DTSTART;TZID=Europe/Berlin:20261225T000000`. */
export interface CalendarProperty {
  /** In capitals. */
  name: string;
  /** By their names in small letters. */
  parameters: Readonly<Record<string, string>>;
  /** As it is written. */
  value: string;
}

export interface RawEvent {
  properties: CalendarProperty[];
  /** Lines that are no properties, as they are written. */
  unreadable: string[];
  /** Whether its END was there: the end of a file may be missing. */
  isWhole: boolean;
}

export interface RawCalendar {
  /** Of the calendar itself. */
  properties: CalendarProperty[];
  events: RawEvent[];
  /** Lines of each VTIMEZONE, by its TZID. */
  zones: Map<string, string[]>;
}

/** All that is read. What else stands in a calendar, alarms and attachments among it, goes no further than this file. */
const OF_EVENTS = new Set(
  'SUMMARY DTSTART DTEND DURATION UID RECURRENCE-ID RRULE EXRULE RDATE EXDATE STATUS X-MICROSOFT-CDO-ALLDAYEVENT X-FUNAMBOL-ALLDAY'.split(' '),
);
const OF_CALENDARS = new Set(['X-WR-TIMEZONE', 'TIMEZONE-ID', 'METHOD', 'TZ']);

/** No value is taken apart by the library: it would make a date out of `soon`. */
const AS_WRITTEN = { ...ICAL.design.defaultSet, property: {}, value: {}, propertyGroups: false };

/** Characters of a name with its parameters; the library takes ages for more. */
const MAX_HEAD = 2_000;

/** Null for a line that is no property. */
export function readProperty(written: string): CalendarProperty | null {
  const line = withQuotedZone(written);
  if (!/^[^":]*(?:"[^"]*"[^":]*)*:/.test(line.slice(0, MAX_HEAD))) return null;
  try {
    const [name, parameters, , value] = ICAL.parse.property(line, AS_WRITTEN) as [string, Record<string, string>, string, string];
    return { name: name.trim().toUpperCase(), parameters, value };
  } catch {
    return null;
  }
}

/** Exchange writes `TZID=tzone://Microsoft/Custom` without the quotes that the colon needs. */
const withQuotedZone = (line: string): string => line.replace(/^([^":]{0,200};TZID=)(\w{1,20}:\/\/[^":;,]{1,200})(?=[:;])/i, '$1"$2"');

export const isCalendar = (text: string): boolean => /^\uFEFF?\s{0,1000}BEGIN:VCALENDAR\s/i.test(text);

/** Every VCALENDAR of the text; a file may hold several. */
export function readCalendars(text: string): RawCalendar[] {
  const reader = new Reader();
  for (const line of lines(text)) reader.take(line);
  return reader.calendars;
}

/** Calendars nest three deep. */
const MAX_DEPTH = 20;

class Reader {
  readonly calendars: RawCalendar[] = [];
  /** Names of the components that are open; an event's own lines stand directly in it. */
  private readonly open: string[] = [];
  /** Lines of the VTIMEZONE that is open. */
  private zone: string[] = [];

  take(line: string): void {
    const name = (/^[^;:]*/.exec(line)?.[0] ?? '').trim().toUpperCase();
    const component =
      name === 'BEGIN' || name === 'END'
        ? line
            .slice(line.indexOf(':') + 1)
            .trim()
            .toUpperCase()
        : '';
    if (this.open.includes('VTIMEZONE') && component !== 'VTIMEZONE') this.zoneLine(line);
    if (name === 'BEGIN') this.begin(component);
    else if (name === 'END') this.end(component);
    else this.property(name, line);
  }

  private begin(component: string): void {
    // The end of the one before is missing.
    if (component === 'VCALENDAR') this.open.length = 0;
    if (component === 'VEVENT' && this.open.includes('VEVENT')) this.open.length = this.open.indexOf('VEVENT');
    if (this.open.length >= MAX_DEPTH) return;
    this.open.push(component);
    if (component === 'VCALENDAR') this.calendars.push({ properties: [], events: [], zones: new Map() });
    if (component === 'VEVENT') this.calendars.at(-1)?.events.push({ properties: [], unreadable: [], isWhole: false });
    if (component === 'VTIMEZONE') this.zone = [];
  }

  private end(component: string): void {
    const at = this.open.lastIndexOf(component);
    if (at < 0) return;
    this.open.length = at;
    const event = this.calendars.at(-1)?.events.at(-1);
    if (component === 'VEVENT' && event) event.isWhole = true;
    if (component === 'VTIMEZONE') this.keepZone();
  }

  private property(name: string, line: string): void {
    const [calendar, inside] = [this.calendars.at(-1), this.open.at(-1)];
    const event = inside === 'VEVENT' ? calendar?.events.at(-1) : undefined;
    if (event && OF_EVENTS.has(name)) {
      const property = readProperty(line);
      if (property) event.properties.push(property);
      else event.unreadable.push(line);
    } else if (calendar && inside === 'VCALENDAR' && OF_CALENDARS.has(name)) {
      const property = readProperty(line);
      if (property) calendar.properties.push(property);
    }
  }

  private zoneLine(line: string): void {
    this.zone.push(line.trim());
  }

  private keepZone(): void {
    const named = this.zone.find((line) => /^TZID/i.test(line));
    const id = named === undefined ? undefined : readProperty(named)?.value.trim();
    if (id) this.calendars.at(-1)?.zones.set(id, this.zone);
  }
}

/** Folds are joined already; only those of quoted-printable, which vCalendar 1.0 has, end in an equals sign. */
function* lines(text: string): Generator<string> {
  let begun = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/[\r\n]+/)) {
    const whole = begun + line;
    begun = line.endsWith('=') && /^[^:]*ENCODING=QUOTED-PRINTABLE[^:]*:/i.test(whole) ? whole.slice(0, -1) : '';
    if (begun === '' && whole !== '') yield whole;
  }
  if (begun !== '') yield begun;
}
