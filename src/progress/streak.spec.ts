import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { streak, streakOf, type StreakDay } from './streak.js';

/** A Monday. */
const today = Temporal.PlainDate.from('2026-03-09');
/** Days up to today from signs: S studied as planned, m missed, r rest, x studied on a rest day, p planned and open. */
const days = (signs: string): StreakDay[] =>
  [...signs].map((sign, i) => ({ date: today.subtract({ days: signs.length - 1 - i }), isPlanned: 'Smp'.includes(sign), isStudied: 'Sx'.includes(sign) }));

describe('the streak', () => {
  it.each([
    ['', 0],
    ['SSS', 3],
    ['SSrrS', 3],
    ['SSxS', 3],
    ['SSp', 2],
    ['mr', 0],
    // One missed day of a week is repaired, and does not count.
    ['SmSS', 3],
    ['SmSp', 2],
    // The second one breaks.
    ['SmmS', 1],
    ['SSmSmS', 1],
    // Sunday the 1st and Sunday the 8th lie in two weeks.
    ['SmSSSSSSmS', 8],
    // A miss before there was a streak spends nothing.
    ['mSmS', 2],
  ])('of %p is %i', (signs, count) => {
    expect(streak(days(signs), today)).toBe(count);
  });

  it('outlives free weekends: Friday and Monday are next to each other', () => {
    expect(streak(days('SSSSSrrS'), today)).toBe(6);
  });

  it.each([
    ['SSSmSp', '2026-03-11'],
    // Broken by the second one, and begun anew.
    ['SmmSSp', null],
    // Last week's, and none of this one.
    ['SmSSSSSp', null],
    // Nothing to hold together.
    ['mSSp', null],
  ])('of %p is held together this week by the repair of %p', (signs, repairedOn) => {
    const friday = Temporal.PlainDate.from('2026-03-13');
    const moved = days(signs).map((day) => ({ ...day, date: day.date.add({ days: 4 }) }));
    expect(streakOf(moved, friday).repairedOn?.toString() ?? null).toBe(repairedOn);
  });

  const Signs = fc.string({ unit: fc.constantFrom('S', 'm', 'r'), maxLength: 60 });

  it('is not changed by what is done on rest days, nor by whether they are named', () => {
    assertProperty(
      fc.property(Signs, (signs) => {
        const count = streak(days(signs), today);
        expect(streak(days(signs.replaceAll('r', 'x')), today)).toBe(count);
        expect(
          streak(
            days(signs).filter(({ isPlanned }) => isPlanned),
            today,
          ),
        ).toBe(count);
      }),
    );
  });

  it('counts every studied day while no week has more than one missed, and one more with each day studied', () => {
    assertProperty(
      fc.property(Signs, (signs) => {
        const all = days(`${signs}r`);
        const missed = all
          .filter(({ isPlanned, isStudied }) => isPlanned && !isStudied)
          .map(({ date }) => date.subtract({ days: date.dayOfWeek - 1 }).toString());
        const studied = [...signs].filter((sign) => sign === 'S').length;
        const count = streak(all, today);
        if (new Set(missed).size === missed.length) expect(count).toBe(studied);
        expect(count).toBeLessThanOrEqual(studied);
        expect(streak(days(`${signs}rS`), today)).toBe(streak(days(`${signs}rp`), today) + 1);
      }),
    );
  });

  it('is the number of planned days for whoever studies Friday to Monday or Monday to Friday and has the rest free, for ever', () => {
    const Week = fc.constantFrom<number[]>([5, 1], [5, 6, 7, 1], [1, 2, 3, 4, 5], [3]);
    assertProperty(
      fc.property(Week, fc.integer({ min: 1, max: 300 }), (weekdays, span) => {
        const lived = Array.from({ length: span }, (_, i) => today.subtract({ days: i })).map((date) => {
          const isPlanned = weekdays.includes(date.dayOfWeek);
          return { date, isPlanned, isStudied: isPlanned };
        });
        expect(streak(lived, today)).toBe(lived.filter(({ isPlanned }) => isPlanned).length);
      }),
    );
  });
});
