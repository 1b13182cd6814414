import { locksOf, type Standing } from './plan-locks.js';
import type { PlanItem } from './plans.contract.js';

const today = '2026-03-02';
const level = {
  skills: [
    { id: 'a', slug: 'a', title: 'Versions', weightPercent: 60, effortMinutes: 120, afterIds: [] },
    { id: 'b', slug: 'b', title: 'Tests', weightPercent: 40, effortMinutes: 60, afterIds: [] },
  ],
  projects: [{ id: 'p', slug: 'p', title: 'A pipeline', effortMinutes: 90, skillIds: ['a', 'b'] }],
};
const item = (date: string, skillId: string, minutes: number): PlanItem => ({
  ...{ id: date, date, position: 0, kind: 'study', title: '', skillId, projectId: null, minutes, pinned: false, loggedMinutes: 0, state: 'open' },
});
const items = [item('2026-03-02', 'a', 40), item('2026-03-04', 'a', 40), item('2026-03-06', 'b', 40)];
const project = (more: Partial<Standing> = {}) =>
  locksOf(level, { done: {}, finishedProjectIds: [], handedInProjectIds: [], leftOutIds: [], items, today, ...more }).find(({ kind }) => kind === 'project')!;

describe('a project', () => {
  it('is locked until half of each skill it shows is studied, and says why, what unlocks it, when, and what lies behind', () => {
    expect(project()).toEqual({
      kind: 'project',
      partId: 'p',
      title: 'A pipeline',
      locked: true,
      leftOut: false,
      reason: 'It begins once half of Versions and Tests is studied.',
      unlockedBy: [
        { skillId: 'a', title: 'Versions', doneMinutes: 0, wantedMinutes: 60 },
        { skillId: 'b', title: 'Tests', doneMinutes: 0, wantedMinutes: 30 },
      ],
      opensOn: '2026-03-06',
      behind: {
        summary: 'A project that shows Versions and Tests.',
        effortMinutes: 90,
        shows: [
          { skillId: 'a', title: 'Versions' },
          { skillId: 'b', title: 'Tests' },
        ],
        opens: [],
      },
    });
    expect(project({ done: { b: 30 } })).toMatchObject({ reason: 'It begins once half of Versions is studied.', opensOn: '2026-03-04' });
    expect(project({ done: { a: 60, b: 30 } })).toMatchObject({ locked: false, reason: null, unlockedBy: [], opensOn: null });
  });

  it('that was begun, handed in or finished is never locked again', () => {
    expect(project({ done: { p: 1 } }).locked).toBe(false);
    expect(project({ finishedProjectIds: ['p'] }).locked).toBe(false);
    expect(project({ handedInProjectIds: ['p'] }).locked).toBe(false);
  });

  it('waits for no skill that is left out of the plan, and says whether it is left out itself', () => {
    expect(project({ leftOutIds: ['a'] })).toMatchObject({ locked: true, leftOut: false, reason: 'It begins once half of Tests is studied.' });
    expect(project({ leftOutIds: ['a', 'b'] })).toMatchObject({ locked: false, leftOut: false });
    expect(project({ leftOutIds: ['p'] })).toMatchObject({ locked: true, leftOut: true });
  });

  it('has no date where the plan does not come so far', () => {
    expect(project({ items: [] }).opensOn).toBeNull();
  });
});

it('a skill is open, and says what it opens', () => {
  const [first] = locksOf(level, { done: {}, finishedProjectIds: [], handedInProjectIds: [], leftOutIds: [], items, today });
  expect(first).toMatchObject({
    kind: 'skill',
    locked: false,
    behind: { summary: 'Study of this skill. It opens A pipeline.', opens: [{ partId: 'p', title: 'A pipeline' }] },
  });
});
