import fc from 'fast-check';
import { assertProperty } from '../../test/support/property.js';
import { chancePercent, percentOf } from './percent.contract.js';

describe('a share in percent', () => {
  it.each([
    [299, 300, 99],
    [1, 1_000, 1],
    [300, 300, 100],
    [0, 300, 0],
    [0, 0, 0],
    [1, 3, 33],
    [2, 3, 67],
  ])('of %d of %d is %d', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('has a digit behind the point where it is asked for', () => {
    expect([percentOf(1, 3, 0), percentOf(1, 3, 1), percentOf(0.9999, 1, 1), percentOf(0.0001, 1, 1)]).toEqual([33, 33.3, 99.9, 0.1]);
  });

  it('is 100 for all alone and 0 for nothing alone, grows with its part, and lies within a percent of it', () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(100_000),
        fc.nat(100_000),
        fc.constantFrom(0 as const, 1 as const),
        (whole, one, other, digits) => {
          const [part, more] = [Math.min(one, other, whole), Math.min(Math.max(one, other), whole)];
          const percent = percentOf(part, whole, digits);
          expect(percent === 100).toBe(part === whole);
          expect(percent === 0).toBe(part === 0);
          expect(percentOf(more, whole, digits)).toBeGreaterThanOrEqual(percent);
          expect(Math.abs(percent - (100 * part) / whole)).toBeLessThan(1);
        },
      ),
    );
  });

  it('is never certain where it is a chance', () => {
    expect([chancePercent(0), chancePercent(1), chancePercent(0.5), chancePercent(0.999)]).toEqual([1, 99, 50, 99]);
  });
});
