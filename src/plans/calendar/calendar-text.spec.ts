import fc from 'fast-check';
import { convertIcsCalendar } from 'ts-ics';
import { assertProperty } from '../../../test/support/property.js';
import { calendarText, type CalendarEntry } from './calendar-text.js';

const URL_OF_PLAN = 'https://daymark.example/plan';
const ENTRY: CalendarEntry = {
  id: '0195a000-0000-7000-8000-000000000001',
  date: '2026-03-29',
  title: 'ML lifecycle, part 1 of 2',
  description: '45 min',
  category: 'study',
  isDone: false,
  changedMs: Date.UTC(2026, 2, 2, 9),
};
const text = (changes: Partial<CalendarEntry> = {}) => calendarText('Daymark: MLOps Foundation', [{ ...ENTRY, ...changes }], URL_OF_PLAN);
const lines = (of: string) => of.split('\r\n');

describe('a plan as a calendar', () => {
  it('says each item as a day, without a time that could be wrong in another zone', () => {
    expect(lines(text())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Daymark//Plan//EN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Daymark: MLOps Foundation',
      'NAME:Daymark: MLOps Foundation',
      'REFRESH-INTERVAL;VALUE=DURATION:PT2H',
      'X-PUBLISHED-TTL:PT2H',
      'BEGIN:VEVENT',
      'UID:0195a000-0000-7000-8000-000000000001@daymark',
      'SUMMARY:ML lifecycle\\, part 1 of 2',
      'DTSTAMP:20260302T090000Z',
      'DTSTART;VALUE=DATE:20260329',
      'DTEND;VALUE=DATE:20260330',
      'SEQUENCE:5216400',
      'DESCRIPTION:45 min',
      'URL:https://daymark.example/plan',
      'STATUS:CONFIRMED',
      'CATEGORIES:study',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is the same text until something changes, and then has a later sequence under the same identity', () => {
    expect(text()).toBe(text());
    const sequence = (of: string) => Number(/SEQUENCE:(\d+)/.exec(of)?.[1]);
    const moved = text({ date: '2026-03-30', changedMs: ENTRY.changedMs + 60_000 });
    expect(sequence(moved)).toBe(sequence(text()) + 60);
    expect(/UID:(.*)/.exec(moved)?.[1]).toBe(/UID:(.*)/.exec(text())?.[1]);
  });

  it('is a calendar even before anything is planned', () => {
    expect(lines(calendarText('Daymark', [], URL_OF_PLAN))).toContain('END:VCALENDAR');
  });

  it('ticks what is done, and keeps the day of the exam free', () => {
    expect(text({ isDone: true })).toContain('SUMMARY:✓ ML lifecycle');
    expect(text({ category: 'exam' })).toContain('TRANSP:OPAQUE');
  });

  it('stays a calendar that others read, whatever the titles hold: lines of at most 75 octets, CRLF, nothing lost', () => {
    const Title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((title) => title.replaceAll(/[\p{C}\p{Z}]/gu, ' ').trim() || 'x');
    assertProperty(
      fc.property(fc.array(Title, { minLength: 1, maxLength: 5 }), (titles) => {
        const made = calendarText(
          'Daymark',
          titles.map((title, i) => ({ ...ENTRY, id: String(i), title })),
          URL_OF_PLAN,
        );
        for (const line of lines(made)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(made).not.toMatch(/[^\r]\n/);
        const read = convertIcsCalendar(undefined, made);
        expect(read.events?.map(({ summary }) => summary)).toEqual(titles);
        expect(read.events?.map(({ start }) => start.date.toISOString().slice(0, 10))).toEqual(titles.map(() => '2026-03-29'));
      }),
    );
  });
});
