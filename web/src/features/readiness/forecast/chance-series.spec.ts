import { describe, expect, it } from '@jest/globals';
import { chancePoints } from './chance-series';

const point = { date: '2026-03-01', score: 40, low: 30, high: 50, probability: 0.5, probabilityLow: 0.4, probabilityHigh: 0.6 };
const chance = { probability: 0.71, low: 0.6, high: 0.8 };

describe('the chance so far', () => {
  it('has its range on every day, today’s last', () => {
    const today = { ...point, date: '2026-03-09', probability: 0.1, probabilityLow: 0.1, probabilityHigh: 0.1 };
    expect(chancePoints([point, today], '2026-03-09', chance)).toEqual([
      { date: '2026-03-01', score: 50, low: 40, high: 60 },
      { date: '2026-03-09', score: 71, low: 60, high: 80 },
    ]);
  });

  it('leaves out days without a chance, and a chance without its range', () => {
    const none = { ...point, probability: null, probabilityLow: null, probabilityHigh: null };
    const bare = { ...point, probabilityLow: null, probabilityHigh: null };
    expect(chancePoints([none, bare], '2026-03-09', chance)).toEqual([{ date: '2026-03-09', score: 71, low: 60, high: 80 }]);
  });
});
