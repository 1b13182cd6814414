import { daysBefore } from '../platform/time/local-date.js';
import { steadinessOf } from './planned-days.js';

const today = '2026-03-16';
const everyDayUpTo = (date: string, count: number) => Array.from({ length: count }, (_, i) => daysBefore(date, count - 1 - i));

describe('steadiness', () => {
  it('of two weeks is their planned days with those that were studied', () => {
    const planned = ['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-09'];
    expect(steadinessOf(planned, ['2026-03-02', '2026-03-05', '2026-03-06'], today).studiedOfPlanned).toEqual({ studied: 1, planned: 3 });
  });

  it('holds today only once it was studied', () => {
    const planned = ['2026-03-14', '2026-03-15', today];
    expect(steadinessOf(planned, ['2026-03-14', '2026-03-15'], today)).toMatchObject({ streak: 2, studiedOfPlanned: { studied: 2, planned: 2 } });
    expect(steadinessOf(planned, planned, today)).toMatchObject({ streak: 3, studiedOfPlanned: { studied: 3, planned: 3 } });
  });

  it('keeps the streak over one missed day of a week, loses it with the second, and little of its consistency', () => {
    const planned = everyDayUpTo(today, 60);
    const without = (...missed: string[]) =>
      steadinessOf(
        planned,
        planned.filter((date) => !missed.includes(date)),
        today,
      );
    const [all, butOne, butTwo] = [without(), without('2026-03-15'), without('2026-03-14', '2026-03-15')];
    expect([all.streak, butOne.streak, butTwo.streak]).toEqual([60, 59, 1]);
    expect(all.consistencyPercent).toBe(96);
    expect(butTwo.consistencyPercent).toBeGreaterThan(85);
  });

  it('is nothing yet on the first day', () => {
    expect(steadinessOf([today], [], today)).toEqual({ streak: 0, repairedOn: null, consistencyPercent: 0, studiedOfPlanned: { studied: 0, planned: 0 } });
  });
});
