/** A plan as an iCalendar text (RFC 5545 and 7986): dates without times, since a plan says the day and not the hour. */
import { createEvents, type EventAttributes } from 'ics';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { foldLines } from './fold-lines.js';

/** One thing on one date. */
export interface CalendarEntry {
  /** Of the plan item or the enrollment: the same for as long as it is the same thing. */
  id: string;
  date: LocalDate;
  title: string;
  description: string;
  /** `study`, `exam`, …: programs that colour by category can tell them apart. */
  category: string;
  isDone: boolean;
  /** When it became what it is, in milliseconds since 1970: the text changes with it and not otherwise. */
  changedMs: number;
}

/** Two hours: programs that ask more often get the same answer. */
const REFRESH = 'PT2H';
/** SEQUENCE must grow and stay small; so it counts seconds from here. */
const SEQUENCE_FROM_MS = Date.UTC(2026, 0, 1);

/** @param url where a reader finds the plan in Daymark */
export function calendarText(name: string, entries: readonly CalendarEntry[], url: string): string {
  const { error, value } = createEvents(
    entries.map((entry) => event(entry, url)),
    { productId: '-//Daymark//Plan//EN', method: 'PUBLISH', calName: name },
  );
  if (error ?? !value) throw error ?? new Error('the calendar came out empty');
  // Names of RFC 7986 beside the older ones that the library writes.
  const header = `NAME:${escaped(name)}\r\nREFRESH-INTERVAL;VALUE=DURATION:${REFRESH}\r\nX-PUBLISHED-TTL:${REFRESH}\r\n`;
  return foldLines(value.replace('X-PUBLISHED-TTL:PT1H\r\n', () => header));
}

function event({ id, date, title, description, category, isDone, changedMs }: CalendarEntry, url: string): EventAttributes {
  return {
    uid: `${id}@daymark`,
    // Of the library, but not of its types: DTSTAMP, in UTC.
    ...{ timestamp: changedMs },
    sequence: Math.max(0, Math.floor((changedMs - SEQUENCE_FROM_MS) / 1_000)),
    start: onDate(date),
    end: onDate(plainDate(date).add({ days: 1 }).toString()),
    title: isDone ? `✓ ${title}` : title,
    description,
    url,
    categories: [category],
    status: 'CONFIRMED',
    // A plan does not make anybody busy for a whole day.
    transp: category === 'exam' ? 'OPAQUE' : 'TRANSPARENT',
    classification: 'PRIVATE',
  };
}

function onDate(date: LocalDate): [number, number, number] {
  const { year, month, day } = plainDate(date);
  return [year, month, day];
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
