/** Writes iCalendar texts (RFC 5545 and 7986). Pure. */
import ICAL from 'ical.js';
import type { LocalDate } from '../time/time.contract.js';

// The library counts 75 octets without the blank that a continued line begins with.
ICAL.foldLength = 74;

/** An event that fills one date, without a time that could be wrong in another zone. */
export interface DateEvent {
  uid: string;
  date: LocalDate;
  summary: string;
  description: string;
  url: string;
  /** Programs that color by category tell events apart by it. */
  category: string;
  /** Whether the person is busy on that date. */
  isBusy: boolean;
}

export interface RevisedEvent extends DateEvent {
  /** When it became what it is, in milliseconds since 1970. */
  revisedMs: number;
}

/** Programs that ask more often get the same answer. */
const REFRESH = 'PT2H';
/** SEQUENCE must grow and stay small, so it counts seconds from here. */
const SEQUENCE_FROM_MS = Date.UTC(2026, 0, 1);

type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number];
type Component = [name: string, properties: Property[], parts: Component[]];

const property = (name: string, value: string, type = 'text'): Property => [name, {}, type, value];

/** The whole text, with CRLF and lines of at most 75 octets. */
export function calendarOf(name: string, events: readonly RevisedEvent[]): string {
  // The library writes values of properties that it does not know unchanged.
  const named = escaped(name);
  const head = [
    ...[property('version', '2.0'), property('calscale', 'GREGORIAN'), property('prodid', '-//Daymark//Plan//EN'), property('method', 'PUBLISH')],
    ...[property('x-wr-calname', named, 'unknown'), property('name', named, 'unknown')],
    ...[property('refresh-interval', REFRESH, 'duration'), property('x-published-ttl', REFRESH, 'unknown')],
  ];
  const parts = events.map((event): Component => ['vevent', [...visible(event), ...stamps(event)], []]);
  return ICAL.stringify(['vcalendar', head, parts]);
}

/** All that a reader may see of an event, as one text: where it differs, the event has changed. */
export const visibleText = (event: DateEvent): string => ICAL.stringify(['vevent', visible(event), []]);

function visible({ uid, date, summary, description, url, category, isBusy }: DateEvent): Property[] {
  return [
    ...[property('uid', uid), property('summary', plain(summary))],
    ...[property('dtstart', date, 'date'), property('dtend', dayAfter(date), 'date')],
    ...[property('description', plain(description)), property('url', url, 'uri'), property('status', 'CONFIRMED')],
    ...[property('categories', category), property('transp', isBusy ? 'OPAQUE' : 'TRANSPARENT'), property('class', 'PRIVATE')],
  ];
}

function stamps({ revisedMs }: RevisedEvent): Property[] {
  const at = `${new Date(revisedMs).toISOString().slice(0, 19)}Z`;
  const sequence = Math.max(0, Math.floor((revisedMs - SEQUENCE_FROM_MS) / 1_000));
  return [property('dtstamp', at, 'date-time'), property('last-modified', at, 'date-time'), ['sequence', {}, 'integer', sequence]];
}

const dayAfter = (date: LocalDate): LocalDate => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Control characters would break the lines of the text. */
const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
const escaped = (text: string) => plain(text).replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n'); // prettier-ignore
