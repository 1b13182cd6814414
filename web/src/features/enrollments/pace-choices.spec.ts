import { describe, expect, it } from '@jest/globals';
import { clampedPace, isSamePace, SHORTEST_CHOICES, withChosen } from './pace-choices';

describe('the pace', () => {
  it('keeps a value that is none of the choices, in its place', () => {
    expect(withChosen([10, 20, 30], 25)).toEqual([10, 20, 25, 30]);
    expect(withChosen(SHORTEST_CHOICES, 20)).toEqual(SHORTEST_CHOICES);
    expect(withChosen([30], null)).toEqual([30]);
  });

  it('never asks for a session that is longer than a day', () => {
    expect(clampedPace({ mostMinutesADay: 30, shortestSessionMinutes: 45 })).toEqual({ mostMinutesADay: 30, shortestSessionMinutes: 30 });
    expect(clampedPace({ mostMinutesADay: null, shortestSessionMinutes: 45 })).toEqual({ mostMinutesADay: null, shortestSessionMinutes: 45 });
  });

  it('is the same by its values', () => {
    const pace = { mostMinutesADay: null, shortestSessionMinutes: 20 };
    expect(isSamePace(pace, { ...pace })).toBe(true);
    expect(isSamePace(pace, { ...pace, mostMinutesADay: 60 })).toBe(false);
  });
});
