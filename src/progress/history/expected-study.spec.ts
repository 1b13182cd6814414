import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { expectedStudy } from './expected-study.js';

/** An hour on Mondays, half an hour on Tuesdays. */
const time = { weeklyMinutes: [60, 30, 0, 0, 0, 0, 0], exceptions: {}, breaks: [] };

describe('the study that is expected by a date', () => {
  it('grows with the time that dates have, and is whole on the eve of the exam', () => {
    // Monday 2 March to the eve of Monday 16 March: 60 + 30 + 60 + 30 minutes.
    expect(expectedStudy(1_200, time, '2026-03-02', '2026-03-16')).toEqual([
      { date: '2026-03-02', totalMinutes: 400 },
      { date: '2026-03-03', totalMinutes: 600 },
      { date: '2026-03-09', totalMinutes: 1_000 },
      { date: '2026-03-10', totalMinutes: 1_200 },
    ]);
  });

  it('expects nothing in a break, and more of the dates around it', () => {
    const away = { ...time, breaks: [{ fromOn: '2026-03-03', toOn: '2026-03-08' }], exceptions: { '2026-03-10': 0, '2026-03-11': 60 } };
    expect(expectedStudy(1_200, away, '2026-03-02', '2026-03-16').map(({ date, totalMinutes }) => [date, totalMinutes])).toEqual([
      ['2026-03-02', 400],
      ['2026-03-09', 800],
      ['2026-03-11', 1_200],
    ]);
  });

  it('goes evenly where nobody said when there is time, and is nothing where the exam is not ahead', () => {
    const never = { weeklyMinutes: [0, 0, 0, 0, 0, 0, 0], exceptions: {}, breaks: [] };
    expect(expectedStudy(100, never, '2026-03-02', '2026-03-04').map(({ totalMinutes }) => totalMinutes)).toEqual([50, 100]);
    expect(expectedStudy(100, time, '2026-03-04', '2026-03-04')).toEqual([]);
  });

  it('never falls, and always ends at the whole effort', () => {
    assertProperty(
      fc.property(fc.nat(100_000), fc.array(fc.nat(960), { minLength: 7, maxLength: 7 }), (effort, weeklyMinutes) => {
        const totals = expectedStudy(effort, { ...time, weeklyMinutes }, '2026-03-02', '2026-06-01').map(({ totalMinutes }) => totalMinutes);
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
        expect(totals.at(-1)).toBe(effort);
      }),
    );
  });
});
