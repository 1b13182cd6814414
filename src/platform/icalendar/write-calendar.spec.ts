import fc from 'fast-check';
import ICAL from 'ical.js';
import { assertProperty } from '../../../test/support/property.js';
import { calendarOf, visibleText, type RevisedEvent } from './write-calendar.js';

const EVENT: RevisedEvent = {
  uid: '0195a000-0000-7000-8000-000000000001@daymark',
  date: '2026-03-29',
  summary: 'ML lifecycle, part 1 of 2',
  description: '45 min',
  url: 'https://daymark.example/plan',
  category: 'study',
  isBusy: false,
  revisedMs: Date.UTC(2026, 2, 2, 9),
};
const text = (changes: Partial<RevisedEvent> = {}) => calendarOf('Daymark: MLOps; Foundation', [{ ...EVENT, ...changes }]);
const lines = (of: string) => of.split('\r\n');

describe('a calendar that is written', () => {
  it('says each event as a day, without a time that could be wrong in another zone', () => {
    expect(lines(text())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Daymark//Plan//EN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Daymark: MLOps\\; Foundation',
      'NAME:Daymark: MLOps\\; Foundation',
      'REFRESH-INTERVAL;VALUE=DURATION:PT2H',
      'X-PUBLISHED-TTL:PT2H',
      'BEGIN:VEVENT',
      'UID:0195a000-0000-7000-8000-000000000001@daymark',
      'SUMMARY:ML lifecycle\\, part 1 of 2',
      'DTSTART;VALUE=DATE:20260329',
      'DTEND;VALUE=DATE:20260330',
      'DESCRIPTION:45 min',
      'URL:https://daymark.example/plan',
      'STATUS:CONFIRMED',
      'CATEGORIES:study',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'DTSTAMP:20260302T090000Z',
      'LAST-MODIFIED:20260302T090000Z',
      'SEQUENCE:5216400',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is a calendar even without an event', () => {
    expect(lines(calendarOf('Daymark', [])).slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('has all in its visible text but the stamps', () => {
    expect(visibleText({ ...EVENT, revisedMs: 0 } as RevisedEvent)).toBe(visibleText(EVENT));
    for (const change of [{ date: '2026-03-30' }, { summary: 'x' }, { description: 'x' }, { url: 'https://x.example' }, { category: 'exam' }, { isBusy: true }])
      expect(visibleText({ ...EVENT, ...change })).not.toBe(visibleText(EVENT));
  });

  it('has lines of at most 75 octets, CRLF and nothing lost, whatever its texts hold', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((title) => `${title.replaceAll(/[\p{C}]/gu, ' ').trim()}\n;,\\x`);
    assertProperty(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (titles) => {
        const made = calendarOf(
          titles[0]!,
          titles.map((summary, i) => ({ ...EVENT, uid: String(i), summary, description: summary })),
        );
        for (const line of lines(made)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(made).not.toMatch(/[^\r]\n/);
        const events = new ICAL.Component(ICAL.parse(made) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
        expect(events.map(({ summary }) => summary)).toEqual(titles);
        expect(events.map(({ description }) => description)).toEqual(titles);
        expect(events.map(({ startDate }) => startDate.toString())).toEqual(titles.map(() => '2026-03-29'));
      }),
    );
  });

  it('leaves out characters that would break its lines', () => {
    expect(text({ summary: 'A\u0000B\u0007\r\nC\rD' })).toContain('SUMMARY:AB\\nC\\nD\r\n');
  });
});
