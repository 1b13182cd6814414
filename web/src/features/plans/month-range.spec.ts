import { describe, expect, it } from '@jest/globals';
import { monthRange } from './month-range';

describe('the months of a calendar page', () => {
  it.each([
    ['2026-11-02', '2026-11-29', 'November'],
    ['2026-11-16', '2026-12-20', 'November and December'],
    ['2026-12-07', '2027-01-10', 'December and January'],
    ['2026-11-30', '2027-01-03', 'November to January'],
  ])('from %s to %s are %s', (from, to, shown) => {
    expect(monthRange(from, to)).toBe(shown);
  });
});
