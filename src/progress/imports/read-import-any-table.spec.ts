import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { open, read, rowsOf } from '../../../test/support/study-tables.js';

describe('any table', () => {
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  /** How programs write minutes, and whether the name of the column says the unit. */
  const DURATIONS: readonly (readonly [string, (minutes: number) => string])[] = [
    ['Minutes', String],
    ['Duration', (minutes) => `${clock(minutes)}:00`],
    ['Worked', (minutes) => `${Math.floor(minutes / 60)}h ${minutes % 60}m`],
    ['Duration (h)', (minutes) => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`],
    ['Dauer (Min.)', String],
    ['Duration (seconds)', (minutes) => String(minutes * 60)],
    ['Duration', String],
    ['Duration', (minutes) => String(minutes * 60)],
    ['Duration', (minutes) => `${minutes}:00`],
    ['Time', (minutes) => clock(minutes)],
    ['Hours', (minutes) => (minutes / 60).toFixed(4)],
  ];
  const DATES: readonly ((month: number, day: number) => string)[] = [
    (month, day) => `2026-${two(month)}-${two(day)}`,
    (month, day) => `${two(day)}.${two(month)}.2026`,
    (month, day) => `${month}/${day}/2026`,
    (month, day) => `${day}/${month}/2026`,
    (month, day) => `${two(day)}-${new Date(Date.UTC(2026, month - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })}-2026`,
  ];
  const Rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 700 })), {
    minLength: 1,
    maxLength: 8,
  });

  it('is read as it was written, and never with another unit or day without a question or a doubt', () => {
    assertProperty(
      fc.property(
        Rows,
        fc.constantFrom(...DURATIONS),
        fc.constantFrom(...DATES),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        (rows, [name, duration], date, separator, hasSpan) => {
          const header = ['Date', ...(hasSpan ? ['From', 'To'] : []), name, 'Note'];
          const lines = rows.map(([month, day, minutes]) => [date(month, day), ...(hasSpan ? ['08:00', clock(480 + minutes)] : []), duration(minutes), 'x']);
          const found = read([header, ...lines].map((cells) => cells.join(separator)).join('\r\n'));
          const wanted = rows.map(([month, day, minutes]) => [`2026-${two(month)}-${two(day)}`, minutes, 'x']);
          if (open(found).length > 0 || found.errors.length > 0) return;
          expect(rowsOf(found)).toEqual(wanted);
        },
      ),
      { runs: 200 },
    );
  });

  it('is read or refused, with any content', () => {
    const Cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('date', 'Duration', '2026-11-02', '1:30', '"', '0', '-1', '9'.repeat(14), 'sep=;'),
    );
    assertProperty(
      fc.property(fc.array(fc.array(Cell, { maxLength: 6 }), { maxLength: 8 }), fc.constantFrom(',', ';'), (rows, separator) => {
        const found = read(rows.map((cells) => cells.join(separator)).join('\n'));
        expect(found.entries.every(({ minutes }) => minutes >= 1 && minutes <= 1_440)).toBe(true);
      }),
      { runs: 300 },
    );
  });
});
