import { describe, expect, it } from '@jest/globals';
import { effortSeries, effortWeeks, hourTicks, sumOn, type Effort } from './effort-series';

/** Two study days of a fortnight, half an hour before the start, an hour planned ahead. */
const effort: Effort = {
  startedOn: '2026-03-02',
  examOn: '2026-03-16',
  today: '2026-03-08',
  effortMinutes: 240,
  totals: [
    { date: '2026-03-03', minutes: 60, totalMinutes: 90 },
    { date: '2026-03-07', minutes: 30, totalMinutes: 120 },
  ],
  totalMinutes: 120,
  expected: [
    { date: '2026-03-02', totalMinutes: 100 },
    { date: '2026-03-09', totalMinutes: 240 },
  ],
  ahead: [
    { date: '2026-03-12', minutes: 40 },
    { date: '2026-03-10', minutes: 20 },
    { date: '2026-03-12', minutes: 10 },
  ],
};

describe('effort in all', () => {
  const series = effortSeries(effort);

  it('rises on the dates with study alone, from what was there before the start', () => {
    expect(series.studied.map(({ date, minutes }) => [date.slice(-2), minutes])).toEqual([
      ['02', 30],
      ['03', 90],
      ['06', 90],
      ['07', 120],
      ['08', 120],
    ]);
  });

  it('goes on from today as planned, a date at a time', () => {
    expect(series.planned.map(({ date, minutes }) => [date.slice(-2), minutes])).toEqual([
      ['08', 120],
      ['09', 120],
      ['10', 140],
      ['11', 140],
      ['12', 190],
    ]);
    expect([series.first, series.last, series.most]).toEqual(['2026-03-02', '2026-03-16', 240]);
  });

  it('stands week by week in the table: what was studied up to today, then what is planned', () => {
    expect(effortWeeks(series, effort.today)).toEqual([
      { monday: '2026-03-02', studied: 120, planned: undefined, expected: 100 },
      { monday: '2026-03-09', studied: undefined, planned: 190, expected: 240 },
      { monday: '2026-03-16', studied: undefined, planned: 190, expected: 240 },
    ]);
    expect(sumOn(series.studied, '2026-03-01')).toBeUndefined();
  });

  it('is flat before anything is logged', () => {
    const { studied, most } = effortSeries({ ...effort, totals: [], totalMinutes: 0, expected: [], ahead: [] });
    expect([studied.at(0)?.minutes, studied.at(-1)?.minutes, most]).toEqual([0, 0, 60]);
  });

  it('counts its hours in steps that can be read', () => {
    expect(hourTicks(60)).toEqual([0, 15, 30, 45, 60]);
    expect(hourTicks(2_400)).toEqual([0, 600, 1_200, 1_800, 2_400]);
  });
});
