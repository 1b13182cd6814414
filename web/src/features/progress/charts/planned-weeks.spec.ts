import { describe, expect, it } from '@jest/globals';
import { plannedWeeks } from './planned-weeks';

describe('weeks against the plan', () => {
  const weeks = [
    { monday: '2026-02-23', minutes: 20 },
    { monday: '2026-03-02', minutes: 90 },
    { monday: '2026-03-09', minutes: 0 },
  ];
  const items = [
    { date: '2026-03-04', minutes: 60 },
    { date: '2026-03-08', minutes: 30 },
    { date: '2026-03-16', minutes: 45 },
  ];

  it('hold what was planned from their Monday to their Sunday, and none before the plan began', () => {
    expect(plannedWeeks(weeks, items).map(({ from, plannedMinutes }) => [from, plannedMinutes])).toEqual([
      ['2026-02-23', undefined],
      ['2026-03-02', 90],
      ['2026-03-09', 0],
    ]);
  });

  it('stand alone while no plan is known', () => {
    expect(plannedWeeks(weeks, null).every(({ plannedMinutes }) => plannedMinutes === undefined)).toBe(true);
  });
});
