import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import { remember } from '../../progress/skill-memory.js';
import type { LearnerHistory } from '../history.js';
import { exactLevel } from '../score/readiness-model.js';
import { projectedHistory } from './projected.js';

const on = Temporal.PlainDate.from('2026-04-01');
const history: LearnerHistory = {
  skills: ['a', 'b'].map((id) => ({
    ...{ id, title: id, weightPercent: 50, effortMinutes: 300, minutes: 60, practice: [], rating: null, signedOffOn: null },
    memory: remember(null, Temporal.PlainDate.from('2026-03-01')),
  })),
  projects: [{ id: 'p', title: 'p', skillIds: ['a'], effortMinutes: 120, minutes: 0, lastStudiedOn: null, finishedOn: null, verdict: null }],
  practice: [],
  studyDays: 3,
  preparation: null,
};
const study = (more: Partial<PlannedStudy>): PlannedStudy => ({ date: '2026-03-10', kind: 'study', skillId: 'a', projectId: null, minutes: 60, ...more });

describe('where a plan leads', () => {
  it('counts what is planned for each skill, and the day of it', () => {
    const { skills, studyDays } = projectedHistory(history, [study({}), study({ date: '2026-03-12', minutes: 30 })], on);
    expect(skills[0]).toMatchObject({ minutes: 150 });
    expect(String(skills[0]?.memory?.lastOn)).toBe('2026-03-12');
    expect(skills[1]).toEqual(history.skills[1]);
    expect(studyDays).toBe(5);
  });

  it('finishes a project when its effort is done', () => {
    const half = study({ kind: 'project', skillId: null, projectId: 'p' });
    expect(projectedHistory(history, [half], on).projects[0]?.finishedOn).toBeNull();
    expect(String(projectedHistory(history, [half, { ...half, date: '2026-03-11' }], on).projects[0]?.finishedOn)).toBe('2026-03-11');
  });

  it('leaves out what is planned for after the date', () => {
    expect(projectedHistory(history, [study({ date: '2026-04-02' })], on)).toEqual(history);
  });

  it('never is lower for more study', () => {
    const items = fc.array(fc.record({ day: fc.integer({ min: 1, max: 31 }), skillId: fc.constantFrom('a', 'b'), minutes: fc.integer({ min: 5, max: 120 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(items, (planned) => {
        const all = planned.map(({ day, ...rest }) => study({ ...rest, date: `2026-03-${String(day).padStart(2, '0')}` }));
        const scores = all.map((_, i) => exactLevel(projectedHistory(history, all.slice(0, i), on), on).score);
        for (const [i, score] of scores.slice(1).entries()) expect(score).toBeGreaterThanOrEqual(scores[i]! - 1e-9);
      }),
    );
  });
});
