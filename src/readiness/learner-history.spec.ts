import { Temporal } from 'temporal-polyfill';
import { learnerHistory } from './learner-history.js';

const level = {
  skills: [
    { id: 'a', slug: 'a', title: 'Packaging', weightPercent: 60, effortMinutes: 300, afterIds: [] },
    { id: 'b', slug: 'b', title: 'Versioning', weightPercent: 40, effortMinutes: 200, afterIds: [] },
  ],
  projects: [{ id: 'p', slug: 'p', title: 'Serve a model', effortMinutes: 120, skillIds: ['a'] }],
};

describe('the history of a learner', () => {
  it('holds every part of the level, with what was logged for it', () => {
    const history = learnerHistory(level, {
      enrollmentId: 'e',
      minutesBySkill: { a: { minutes: 90, entries: 2, lastOn: '2026-03-01' }, elsewhere: { minutes: 5, entries: 1, lastOn: '2026-03-01' } },
      memoryBySkill: {},
      minutesByProject: { p: { minutes: 30, entries: 1, lastOn: '2026-03-02' } },
      finishedProjects: { p: '2026-03-03' },
      studyDays: 3,
      coversUntil: null,
    });
    expect(history.studyDays).toBe(3);
    expect(history.skills).toEqual([
      { id: 'a', title: 'Packaging', weightPercent: 60, effortMinutes: 300, minutes: 90, lastStudiedOn: Temporal.PlainDate.from('2026-03-01') },
      { id: 'b', title: 'Versioning', weightPercent: 40, effortMinutes: 200, minutes: 0, lastStudiedOn: null },
    ]);
    expect(history.projects[0]).toMatchObject({ minutes: 30, skillIds: ['a'] });
    expect(history.projects[0]?.finishedOn?.toString()).toBe('2026-03-03');
  });
});
