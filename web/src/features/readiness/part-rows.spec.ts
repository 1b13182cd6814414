import { describe, expect, it } from '@jest/globals';
import { partRows, projectStateWords } from './part-rows';
import type { Skill } from './score-words';

const SKILL: Skill = {
  ...{ skillId: 's', title: 'Kubernetes', weightPercent: 30, score: 53, low: 42, high: 63, points: 15.8 },
  parts: { coverage: 18.4, projects: 0.9, practice: 2.1, ratings: 0, signOffs: 0, memory: -5.6 },
  ...{ isNeglected: false, minutes: 480, effortMinutes: 660, itemsAnswered: 18, recallPercent: 74 },
  behind: {
    ...{ studyMinutes: 390, projectMinutes: 90, itemMinutes: 36, recalledOn: '2026-03-03' },
    projects: [{ projectId: 'p', title: 'Release', minutes: 120, state: 'judged' }],
    items: { projects: { right: 7.2, of: 8 }, practice: { right: 11.4, of: 16.3 }, ratings: { right: 0, of: 0 }, signOffs: { right: 0, of: 0 } },
  },
};
const told = (skill: Skill, isOwn = true) => partRows(skill, isOwn).map(({ name, rests, counts }) => `${name}: ${rests}${counts && `, ${counts}`}`);

describe('what a skill is made of', () => {
  it('sums to its points, each with what stands behind it as it was counted', () => {
    expect(partRows(SKILL).reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(SKILL.points);
    expect(told(SKILL)).toEqual([
      'Study: 6 h 30 logged for it, of 11 h expected in all',
      'Projects and practice items: 1 h 30 of project work, counted as 7.2 of 8 items right; 18 items answered count as 36 min of study',
      'Practice exams: 18 items answered, right or wrong, counted as 11.4 of 16.3 items right, 70%, where study and projects suggest about 65%',
      'Forgotten since: About 74% is recalled, refreshed last on 3 March 2026',
    ]);
  });

  it('says what practice is measured against: more right than study and projects suggest adds, less takes', () => {
    const { behind, parts } = SKILL;
    const worse = {
      ...SKILL,
      ...{ score: 45, points: 13.4, parts: { ...parts, practice: -0.3 } },
      behind: { ...behind, items: { ...behind.items, practice: { right: 8.2, of: 16.3 } } },
    };
    expect(told(worse)[2]).toContain('8.2 of 16.3 items right, 50%, where study and projects suggest about 65%');
    expect(told({ ...SKILL, score: 0, points: 0 })[2]).toMatch(/items right$/);
  });

  it('is told as it is where there are no projects, or nothing answered', () => {
    const { behind } = SKILL;
    const items = { ...behind.items, projects: { right: 0, of: 0 } };
    const withoutProjects = { ...SKILL, behind: { ...behind, projectMinutes: 0, projects: [], items } };
    expect(told(withoutProjects)[1]).toBe('Work on practice items: 18 items answered count as 36 min of study');
    const untested = { ...SKILL, itemsAnswered: 0, behind: { ...behind, itemMinutes: 0 } };
    expect(told(untested)[1]).toBe('Projects: 1 h 30 of project work, counted as 7.2 of 8 items right');
  });

  it('tells a word that rounds to no points, and leaves out what has nothing behind it', () => {
    const { behind } = SKILL;
    const rated = { ...SKILL, behind: { ...behind, items: { ...behind.items, ratings: { right: 1.5, of: 2 } } } };
    expect(told(rated)).toContain('Your own rating: How you see it yourself, counted as 1.5 of 2 items right');
    expect(told(rated, false)).toContain('Their own rating: How they see it themselves, counted as 1.5 of 2 items right');
    expect(told(SKILL).some((row) => row.startsWith('Your own rating'))).toBe(false);
  });

  it('names how a project stands', () => {
    expect([projectStateWords('open'), projectStateWords('finished'), projectStateWords('finished', false), projectStateWords('judged')]).toEqual([
      'under way',
      'finished by your own word',
      'finished by their own word',
      'looked at by a mentor',
    ]);
  });
});
