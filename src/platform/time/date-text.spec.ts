import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { plainCell } from '../text/plain-cell.contract.js';
import { readDate, readTimeOfDay } from './date-text.js';
import { monthNumbers } from './month-words.js';

const read = (text: string) => readDate(plainCell(text));
const datesOf = (text: string) => {
  const found = read(text);
  return found && [found.dates['day-first'], found.dates['month-first']];
};

describe('a date as text', () => {
  it.each([
    ['2026-11-02'],
    ['2026-11-2'],
    ['2026/11/02'],
    ['2026.11.02'],
    ['2026. 11. 2.'],
    ['20261102'],
    ['2026年11月2日'],
    ['02.11.2026'],
    ['2. 11. 2026'],
    ['Mo. 02.11.2026'],
    ['2 Nov 2026'],
    ['Nov 2, 2026'],
    ['November 2nd, 2026'],
    ['2. November 2026'],
    ['02-Nov-26'],
    ['Monday, 2 November 2026'],
    ['lun. 2 nov. 2026'],
    ['2 de noviembre de 2026'],
    ['2 novembre 2026'],
    ['2 listopada 2026'],
    ['2026‑11‑02'],
    ['٢٠٢٦-١١-٠٢'],
    ['２０２６／１１／０２'],
    ['46328'],
    ['2026-W45-1'],
    ['2026W451'],
    ['Mon Nov 02 19:00:00 GMT+01:00 2026'],
    ['2026-11-02T19:05:10+01:00'],
    ['2026-11-02 19:05'],
    ['2026/11/02 7:05:13 PM GMT+1'],
    ['Nov 2, 2026 7:05 PM'],
    ['02.11.2026, 19:05 Uhr'],
  ])('is 2 November 2026: %s', (text) => {
    expect(datesOf(text)).toEqual(['2026-11-02', '2026-11-02']);
  });

  it('has two readings where day and month could be either', () => {
    expect(datesOf('02/11/2026')).toEqual(['2026-11-02', '2026-02-11']);
    expect(datesOf('02-11-2026')).toEqual(['2026-11-02', '2026-02-11']);
    expect(datesOf('11/30/2026 7:05 PM')).toEqual([null, '2026-11-30']);
    expect(read('26/11/02')?.dates['year-first']).toBe('2026-11-02');
  });

  it('keeps the time of day behind it, and a moment in UTC as one', () => {
    expect(read('2026-11-02 19:05:10')).toMatchObject({ seconds: 68_710, instant: null });
    expect(read('2026-11-02T23:30:00Z')?.instant?.toString()).toBe('2026-11-02T23:30:00Z');
    expect(read('2026-11-02T23:30:00.000+0000')?.instant?.toString()).toBe('2026-11-02T23:30:00Z');
    expect(read('1793662200')?.instant?.toString()).toBe('2026-11-02T23:30:00Z');
    expect(read('2026-11-02T23:30:00+01:00')).toMatchObject({ seconds: 84_600, instant: null });
  });

  it.each(['', 'soon', '2026-13-01', '31/31/2026', '60', '1:30', '19:05', '2026', 'Nov 2026', '2 Foo 2026', '1.5', '2026-11-33', 'Total', '3 4 5'])(
    'is none: %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('is read back from the forms of many locales', () => {
    const Day = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
    const Locale = fc.constantFrom('en-US', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl');
    assertProperty(
      fc.property(Day, Locale, fc.constantFrom('medium', 'long', 'full'), (day, locale, dateStyle) => {
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day);
        expect([text, read(text)?.dates['day-first']]).toEqual([text, day.toISOString().slice(0, 10)]);
      }),
      { runs: 200 },
    );
  });

  it('knows the months of English, German, French and Spanish', () => {
    expect(['march', 'marz', 'mars', 'marzo', 'dez', 'aout', 'ene'].map((word) => monthNumbers().get(word))).toEqual([3, 3, 3, 3, 12, 8, 1]);
  });
});

describe('a time of day as text', () => {
  it.each([
    ['19:05', 68_700],
    ['19:05:10', 68_710],
    ['7:05 PM', 68_700],
    ['7:05 p.m.', 68_700],
    ['7 pm', 68_400],
    ['12:30 am', 1_800],
    ['19h30', 70_200],
    ['19.30 Uhr', 70_200],
    ['24:00', 86_400],
  ])('is read: %s', (text, seconds) => {
    expect(readTimeOfDay(text)).toBe(seconds);
  });

  it.each(['25:00', '7:75', 'noon', '13 pm', '', '90'])('is none: %j', (text) => {
    expect(readTimeOfDay(text)).toBeNull();
  });
});
