import { daysBefore, daysBetween, weekOf } from './local-date.js';

describe('dates as contracts write them', () => {
  it('are counted across months, leap days and years', () => {
    expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
    expect(daysBetween('2027-01-02', '2026-12-30')).toBe(-3);
  });

  it('lie in a week from Monday to Sunday, each day of it in the same', () => {
    const week = weekOf('2026-03-01');
    expect(week).toMatchObject({ monday: '2026-02-23', sunday: '2026-03-01' });
    for (const date of week.dates) expect(weekOf(date)).toEqual(week);
    expect(weekOf('2026-03-02').monday).toBe('2026-03-02');
  });
});
