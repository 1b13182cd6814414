import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { streak, type StreakDay } from './streak.js';

const today = Temporal.PlainDate.from('2026-03-09');
/** Days up to today from signs: S studied as planned, m missed, r rest, x studied on a rest day, p planned and open. */
const days = (signs: string): StreakDay[] =>
  [...signs].map((sign, i) => ({ date: today.subtract({ days: signs.length - 1 - i }), isPlanned: 'Smp'.includes(sign), isStudied: 'Sx'.includes(sign) }));

describe('the streak', () => {
  it.each([
    ['', 0],
    ['SSS', 3],
    ['SmSS', 2],
    ['SSrrS', 3],
    ['SSxS', 3],
    ['SSm', 2],
    ['SSp', 2],
    ['SmSp', 1],
    ['mr', 0],
  ])('of %p is %i', (signs, count) => {
    expect(streak(days(signs), today)).toBe(count);
  });

  it('outlives free weekends: Friday and Monday are next to each other', () => {
    expect(streak(days('SSSSSrrS'), today)).toBe(6);
  });

  it('is not changed by rest days anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('S', 'm'), { maxLength: 20 }), fc.nat(20), (signs, at) => {
        const withRest = [...signs.slice(0, at), 'r', ...signs.slice(at), 'r'].join('');
        expect(streak(days(withRest), today)).toBe(streak(days([...signs, 'r'].join('')), today));
      }),
    );
  });
});
