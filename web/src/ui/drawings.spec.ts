import { describe, expect, it } from '@jest/globals';
import { bandsFor, bandsPainted, beaconShape } from './beacon-shape';
import { staffLabels } from './staff-labels';
import { tickDates, trendScale } from './trend-scale';

describe('a beacon', () => {
  it('is drawn as on the plate of the Today page', () => {
    const { bands, ball, pole } = beaconShape(104, 216, 4);
    expect(bands).toHaveLength(4);
    expect(bands[0]).toMatch(/^M11\.9 174\.7H92\.1L98\.8 215\.5H5\.2z$/);
    expect(ball).toEqual({ x: 52, y: 15.1, r: 11.2 });
    expect(pole).toBe('M52 26.3V43.2');
  });

  it('has a band for each quarter of an hour, two to four', () => {
    expect([0, 15, 45, 60, 90, 600].map(bandsFor)).toEqual([2, 2, 3, 4, 4, 4]);
  });

  it('shows the first minute, and is whole only when the day is done', () => {
    expect(bandsPainted(0, 60, 4)).toBe(0);
    expect(bandsPainted(1, 60, 4)).toBe(1);
    expect(bandsPainted(59, 60, 4)).toBe(3);
    expect(bandsPainted(60, 60, 4)).toBe(4);
    expect(bandsPainted(20, 0, 2)).toBe(2);
  });
});

describe('the words at the scale', () => {
  const texts = (low: number, high: number, goal: number | null = 75) =>
    staffLabels({ score: (low + high) / 2, low, high }, goal).map(({ text, over }) => (over ? `${text} over` : text));

  it('stand below where there is room', () => {
    expect(texts(57, 70)).toEqual(['0', '57', '70', 'ready 75']);
  });

  it('never cover one another', () => {
    expect(texts(78, 84)).toEqual(['0', '78 to 84', 'ready 75 over']);
    expect(texts(0, 12)).toEqual(['0', '12', 'ready 75']);
    expect(texts(64, 92)).toEqual(['0', '64', '92', 'ready 75 over']);
  });

  it('keep clear of the needle', () => {
    const goalOf = (score: number) => staffLabels({ score, low: 64, high: 92 }, 75).find(({ goal }) => goal);
    expect(goalOf(75)).toMatchObject({ align: 'end', over: true, apart: true });
    expect(goalOf(72)).toMatchObject({ align: 'start', over: true, apart: true });
    expect(goalOf(85)).toMatchObject({ align: 'end', over: true, apart: false });
  });

  it('leave out a goal that is none', () => {
    expect(texts(60, 80, null)).toEqual(['0', '60', '80']);
  });
});

describe('the trend', () => {
  const points = [
    { date: '2026-09-01', score: 24, low: 14, high: 34 },
    { date: '2026-10-20', score: 64, low: 57, high: 70 },
  ];
  const scale = trendScale(points, '2026-10-20', '2026-11-14', 800, 280);

  it('reaches from the first score to the exam', () => {
    expect([scale.first, scale.last]).toEqual(['2026-09-01', '2026-11-14']);
    expect(scale.x('2026-09-01')).toBe(30);
    expect(scale.x('2026-11-14')).toBe(786);
    expect(scale.y(100)).toBe(26);
  });

  it('writes dates on Mondays, and none beside today or the exam', () => {
    const dates = tickDates(scale, ['2026-10-20', '2026-11-14']);
    expect(dates).toContain('2026-09-07');
    expect(dates).not.toContain('2026-10-19');
    expect(dates.every((date) => new Date(`${date}T12:00Z`).getUTCDay() === 1)).toBe(true);
  });

  it('is not drawn steeper than two weeks allow', () => {
    expect(trendScale(points.slice(1), '2026-10-20', null, 800, 280).last).toBe('2026-11-03');
  });
});
