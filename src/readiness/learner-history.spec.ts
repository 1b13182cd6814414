import { Temporal } from 'temporal-polyfill';
import type { ProgressFacts } from '../progress/progress.service.js';
import { learnerHistory, wayOf } from './learner-history.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const zone = { timeZone: 'Europe/Berlin', dayStartMinutes: 0 };
const level = {
  skills: [
    { id: 'a', slug: 'a', title: 'Packaging', weightPercent: 60, effortMinutes: 300, afterIds: [] },
    { id: 'b', slug: 'b', title: 'Versioning', weightPercent: 40, effortMinutes: 200, afterIds: [] },
  ],
  projects: [{ id: 'p', slug: 'p', title: 'Serve a model', effortMinutes: 120, skillIds: ['a'] }],
};
const facts: ProgressFacts = {
  enrollmentId: 'e',
  minutesBySkill: { a: { minutes: 90, entries: 2, lastOn: '2026-03-01' }, elsewhere: { minutes: 5, entries: 1, lastOn: '2026-03-01' } },
  memoryBySkill: { a: { stability: 3, difficulty: 5, lastOn: '2026-03-01' } },
  minutesByProject: { p: { minutes: 30, entries: 1, lastOn: '2026-03-02' } },
  finishedProjects: { p: '2026-03-03' },
  verdicts: { p: { at: '2026-03-03T23:30:00Z', isApproved: true } },
  submissions: {},
  signOffs: { b: '2026-03-05T10:00:00Z' },
  ratings: { a: { on: '2026-03-01', value: 4 } },
  practice: [
    { on: '2026-03-02', right: 14, asked: 20, skills: { a: { right: 8, asked: 10 } } },
    { on: '2026-03-04', right: 5, asked: 10, skills: { a: { right: 3, asked: 5 }, b: { right: 2, asked: 5 } } },
  ],
  studyDays: 3,
  recentDays: [
    { date: '2026-03-03', minutes: 30 },
    { date: '2026-03-01', minutes: 90 },
  ],
};

describe('the history of a learner', () => {
  const history = learnerHistory(level, facts, zone);

  it('holds every part of the level, with what is known of it', () => {
    expect(history.studyDays).toBe(3);
    expect(history.skills).toEqual([
      {
        ...{ id: 'a', title: 'Packaging', weightPercent: 60, effortMinutes: 300, minutes: 90 },
        memory: { stability: 3, difficulty: 5, lastOn: date('2026-03-01') },
        practice: [
          { on: date('2026-03-02'), right: 8, asked: 10 },
          { on: date('2026-03-04'), right: 3, asked: 5 },
        ],
        rating: { on: date('2026-03-01'), value: 4 },
        signedOffOn: null,
      },
      {
        ...{ id: 'b', title: 'Versioning', weightPercent: 40, effortMinutes: 200, minutes: 0, memory: null, rating: null },
        practice: [{ on: date('2026-03-04'), right: 2, asked: 5 }],
        signedOffOn: date('2026-03-05'),
      },
    ]);
    expect(history.projects[0]).toMatchObject({ minutes: 30, skillIds: ['a'], finishedOn: date('2026-03-03') });
  });

  it('dates what a mentor said by the day of the learner', () => {
    expect(history.projects[0]?.verdict).toEqual({ on: date('2026-03-04'), isApproved: true });
  });

  it('keeps of a practice exam what is not said by skill', () => {
    expect(history.practice).toEqual([{ on: date('2026-03-02'), right: 6, asked: 10 }]);
  });
});

describe('the way of a learner', () => {
  const history = learnerHistory(level, facts, zone);
  const dates = { startedOn: '2026-03-01', examOn: '2026-03-31' };

  it('goes from the day they began to the exam', () => {
    const way = wayOf(history, dates, [], facts);
    expect(way.examDay - way.startDay).toBe(30);
    expect(way).toMatchObject({ earlierAttempts: 0, totalDays: 3, totalMinutes: 125 });
  });

  it('begins anew after an exam', () => {
    const way = wayOf(history, dates, [{ takenOn: '2026-03-10', result: 'failed' }], facts);
    expect(way.examDay - way.startDay).toBe(20);
    expect(way.earlierAttempts).toBe(1);
  });
});
