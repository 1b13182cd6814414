import fc from 'fast-check';
import { histories, ON, twoSkills } from '../../../test/support/histories.js';
import { assertProperty } from '../../../test/support/property.js';
import type { Way } from '../passing/way.js';
import { basisOf, dayNumber, shapeOf } from '../score/basis.js';
import { exactLevel } from '../score/readiness-model.js';
import { doingOf, drawnDays, expectedScores, fanOf, readyDays } from './forecast.js';
import { atPace } from './study-ahead.js';

const today = dayNumber(ON);
const way: Way = {
  startDay: today - 20,
  examDay: today + 30,
  earlierAttempts: 0,
  effortMinutes: 0,
  minutesByDay: [],
  totalMinutes: 0,
  totalDays: 0,
  coverage: 0,
  work: [],
};
const start = (history: Parameters<typeof basisOf>[0]) => ({ basis: basisOf(history, ON), way });

describe('a forecast', () => {
  it('is the score as it stands on the day itself', () => {
    const [now] = expectedScores(shapeOf(twoSkills), start(twoSkills), [], { share: 1, sd: 0 }, [today]);
    const { score, sd } = exactLevel(twoSkills, ON);
    expect(now).toEqual({ day: today, score, sd });
  });

  it('counts as much of what is ahead as is likely to be done', () => {
    const ahead = [5, 10, 15].map((days) => ({ day: today + days, skillId: 'b', projectId: null, minutes: 60 }));
    const on = (share: number, sd = 0) => expectedScores(shapeOf(twoSkills), start(twoSkills), ahead, { share, sd }, [today + 20])[0]!;
    expect(on(0.5).score).toBeCloseTo((on(0).score + on(1).score) / 2, 9);
    expect(on(0.5, 0.2).sd).toBeGreaterThan(on(0.5).sd);
  });

  it('holds what was done of the plan to what is usual, the less is known of it', () => {
    expect(doingOf([])).toMatchObject({ share: 0.85 });
    // 6 usual items of 85% and 14 of none: 5.1 of 20.
    expect(doingOf(Array.from({ length: 14 }, () => ({ minutes: 30, doneMinutes: 0 }))).share).toBeCloseTo(0.255, 9);
    expect(doingOf([{ minutes: 30, doneMinutes: 90 }]).share).toBeCloseTo(6.1 / 7, 9);
  });

  it('is ready half as sure sooner than four in five', () => {
    const rising = (aDay: number) => (days: readonly number[]) => days.map((day) => ({ day, score: 60 + (day - today) * aDay, sd: 5 }));
    // 75 on the fifteenth day; 75 and 4.2 more on the twentieth.
    expect(readyDays(rising(1), today, today + 100)).toEqual({ p50: today + 15, p80: today + 20 });
    expect(readyDays(rising(0.1), today, today + 100)).toEqual({ p50: null, p80: null });
    expect(readyDays(rising(0), today - 365, today + 1)).toEqual({ p50: null, p80: null });
    expect(readyDays(() => [{ day: today, score: 90, sd: 1 }], today, today)).toEqual({ p50: today, p80: today });
  });

  it('is drawn week by week, with its first and its last day', () => {
    expect(drawnDays(100, 120)).toEqual([100, 107, 114, 120]);
    expect(drawnDays(100, 100)).toEqual([100]);
  });

  it('is a fan in order, within the scale', () => {
    assertProperty(
      fc.property(histories, fc.nat(90), (history, days) => {
        const [expected] = expectedScores(shapeOf(history), start(history), [], { share: 0.8, sd: 0.1 }, [today + days]);
        const { p10, p50, p90 } = fanOf(expected!);
        expect([0, p10, p50, p90, 100]).toEqual([0, p10, p50, p90, 100].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('study at a pace', () => {
  const queue = [
    { skillId: 'a', projectId: null, minutes: 50 },
    { skillId: 'b', projectId: null, minutes: 30 },
  ];

  it('does the next work in sessions, then reviews in turn', () => {
    expect(atPace(queue, ['b', 'a'], 40, 10, 13)).toEqual([
      { day: 10, skillId: 'a', projectId: null, minutes: 40 },
      { day: 11, skillId: 'a', projectId: null, minutes: 10 },
      { day: 11, skillId: 'b', projectId: null, minutes: 30 },
      { day: 12, skillId: 'b', projectId: null, minutes: 40 },
      { day: 13, skillId: 'a', projectId: null, minutes: 40 },
    ]);
  });

  it('waits for a session’s worth of minutes', () => {
    expect(atPace(queue, [], 10, 1, 4).map(({ day, minutes }) => [day, minutes])).toEqual([
      [2, 20],
      [4, 20],
    ]);
  });

  it('is nothing at no pace', () => {
    expect(atPace(queue, ['a'], 0, 1, 100)).toEqual([]);
  });
});
