import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { sharedOut } from './shared-out.js';

describe('sharing a whole number out', () => {
  it('gives what is left to the largest remainders, the first of equal ones', () => {
    expect(sharedOut(10, [3.2, 3.5, 3.3])).toEqual([3, 4, 3]);
    expect(sharedOut(4, [1.5, 1.5, 1])).toEqual([2, 1, 1]);
    expect(sharedOut(-3, [-1.5, -1.5])).toEqual([-1, -2]);
    expect(sharedOut(7, [1, 1])).toEqual([4, 3]);
    expect(sharedOut(-1, [0.2, 0.4, 0.4])).toEqual([-1, 0, 0]);
    expect(sharedOut(5, [])).toEqual([]);
  });

  it('always sums to the whole, each part within one of its own where they sum to it', () => {
    assertProperty(
      fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 }), (parts) => {
        const whole = Math.round(parts.reduce((sum, part) => sum + part, 0));
        const shared = sharedOut(whole, parts);
        // Of zeros one is negative.
        expect(shared.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 9);
        shared.forEach((part, i) => expect(Math.abs(part - parts[i]!)).toBeLessThanOrEqual(1 + 1e-9));
      }),
    );
  });
});
