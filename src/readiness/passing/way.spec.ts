import { plainDate } from '../../platform/time/local-date.js';
import type { ProjectHistory } from '../history.js';
import { preparationOn, shareOfWay, usualStudyDays, workOf, type Way } from './way.js';

const project = (more: Partial<ProjectHistory>): ProjectHistory => ({
  ...{ id: 'p', title: 'p', skillIds: [], effortMinutes: 60, minutes: 0, lastStudiedOn: null, finishedOn: null, submittedOn: null, verdict: null },
  ...more,
});
const dayOf = (date: { day: number }) => date.day - 1;

describe('the work of a level', () => {
  it('is its projects, and three practice exams, due at the same shares of everybody’s way', () => {
    const work = workOf([project({ id: 'p' }), project({ id: 'q', effortMinutes: 180 })], [], 100, dayOf);
    expect(work.map(({ id, dueDay, weightPercent }) => [id, dueDay, weightPercent])).toEqual([
      ['p', 45, 10],
      ['q', 90, 30],
      ['practice', 60, 20],
      ['practice', 80, 20],
      ['practice', 95, 20],
    ]);
  });

  it('is handed in on the learner’s day, however long a mentor takes, and judged by the mentor', () => {
    const [finished, judged] = workOf(
      [
        project({ finishedOn: plainDate('2026-03-05') }),
        project({ finishedOn: plainDate('2026-03-05'), verdict: { on: plainDate('2026-03-08'), isApproved: false } }),
      ],
      [],
      100,
      dayOf,
    );
    expect(finished?.handedIn).toEqual({ day: 4, scorePercent: null, isCarriedOver: false });
    expect(judged?.handedIn).toEqual({ day: 4, scorePercent: 50, isCarriedOver: false });
  });

  it('takes practice exams in their order, and one beyond the third on its day', () => {
    const exams = [3, 9, 14, 20].map((day) => ({ on: plainDate(`2026-03-${String(day).padStart(2, '0')}`), right: 8, asked: 10 }));
    const work = workOf([], exams, 100, dayOf);
    expect(work.map(({ dueDay, handedIn }) => [dueDay, handedIn?.day, handedIn?.scorePercent])).toEqual([
      [60, 2, 80],
      [80, 8, 80],
      [95, 13, 80],
      [19, 19, 80],
    ]);
  });
});

describe('a way', () => {
  const way: Way = {
    ...{ startDay: 1_000, examDay: 1_100, earlierAttempts: 1, effortMinutes: 1_000, totalMinutes: 500, totalDays: 8, coverage: 0.5, work: [] },
    minutesByDay: [
      [1_010, 100],
      [1_050, 100],
      [1_055, 50],
    ],
  };

  it('is read every 30 days back from the day that is asked about', () => {
    const { readings } = preparationOn(way, 1_060);
    expect(readings.map(({ day, studyDays, effort }) => [day, studyDays, effort])).toEqual([
      [-60, 5, 250],
      [-30, 5, 250],
      [0, 5, 250],
      [30, 6, 350],
      [60, 8, 500],
    ]);
    expect(readings.at(-1)?.coverage).toBe(0.5);
  });

  it('has a share between none and all of it', () => {
    expect([990, 1_000, 1_025, 1_100, 1_200].map((day) => shareOfWay(way, day))).toEqual([0, 0, 0.25, 1, 1]);
  });

  it('takes days with study by what is left of the level at its start, no fewer than elsewhere and at most 7 of 10', () => {
    // 250 minutes were studied before it began.
    const of = (effortMinutes: number, day = 1_060) => usualStudyDays({ ...way, effortMinutes }, day, 3);
    expect(of(250 + 4_500 / 3)).toBeCloseTo(10, 9);
    expect(of(250 + 4_500 / 3, 1_005)).toBeCloseTo(3, 9);
    expect([of(0), of(250), of(100_000)]).toEqual([3, 3, 21]);
    expect(of(250, 1_001)).toBeCloseTo(1.4, 9);
  });
});
