import fc from 'fast-check';
import { daysAgo, histories, ON, twoSkills } from '../../test/support/histories.js';
import { assertProperty } from '../../test/support/property.js';
import type { LearnerHistory } from './history.js';
import { gainsAnHour, nextActions } from './next-actions.js';
import { basisOf, dayNumber, shapeOf } from './score/basis.js';
import { exactLevel } from './score/readiness-model.js';

const next = (history: LearnerHistory) => nextActions(shapeOf(history), basisOf(history, ON), dayNumber(ON));

const project = {
  ...{ id: 'p', title: 'Pipeline', skillIds: ['b'], effortMinutes: 100, minutes: 100 },
  ...{ lastStudiedOn: ON, finishedOn: ON, submittedOn: null, verdict: null },
};

describe('what to do next', () => {
  it('is what gains most in an hour, one way a skill, with its reason', () => {
    const actions = next(twoSkills);
    expect(actions[0]).toMatchObject({ kind: 'review', skillId: 'a', minutes: 30, reason: { kind: 'fading', daysSince: 30 } });
    const skills = actions.flatMap(({ skillId }) => skillId ?? []);
    expect(skills).toEqual([...new Set(skills)]);
    const gains = actions.map(({ points, minutes }) => points / minutes);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
  });

  it('says by how much a practice exam makes the range narrower', () => {
    const practice = next(twoSkills).find(({ kind }) => kind === 'practice');
    expect(practice).toMatchObject({ reason: { kind: 'unproven', daysSince: null } });
    expect(practice?.rangePoints).toBeGreaterThan(5);
    const after = { ...twoSkills, practice: [{ on: daysAgo(12), right: 10, asked: 40 }] };
    expect(next(after).find(({ kind }) => kind === 'practice')).toMatchObject({ reason: { daysSince: 12 } });
  });

  it('is a mentor’s word on a project that is finished, and on a skill that is covered', () => {
    const kinds = next({ ...twoSkills, projects: [project] }).map(({ kind }) => kind);
    expect(kinds).toContain('review-of-project');
    expect(nextActions(shapeOf(twoSkills), basisOf({ ...twoSkills, projects: [project] }, ON), dayNumber(ON), false).map(({ kind }) => kind)).not.toContain(
      'review-of-project',
    );
    const fresh = { ...twoSkills, skills: twoSkills.skills.map((skill) => ({ ...skill, memory: twoSkills.skills[1]!.memory, minutes: 300 })) };
    expect(next(fresh).map(({ kind }) => kind)).toContain('sign-off');
  });

  it('is nothing that waits for a mentor already', () => {
    for (const finishedOn of [ON, null]) {
      const kinds = next({ ...twoSkills, projects: [{ ...project, finishedOn, submittedOn: ON }] }).map(({ kind }) => kind);
      expect(kinds).not.toContain('review-of-project');
      expect(kinds).not.toContain('project');
    }
  });

  it('names a project among the ways, however long it takes', () => {
    const skills = Array.from({ length: 8 }, (_, i) => ({ ...twoSkills.skills[1]!, id: `s${i}`, title: `Skill ${i}`, weightPercent: 12.5 }));
    const long = { ...project, skillIds: ['s1'], effortMinutes: 3_000, minutes: 0, finishedOn: null };
    expect(next({ ...twoSkills, skills, projects: [long] }).filter(({ kind }) => kind === 'project')).toHaveLength(1);
  });

  it('gains points, always, or certainty', () => {
    assertProperty(
      fc.property(histories, (given) => {
        for (const { kind, points, rangePoints, minutes } of next(given)) {
          expect(kind === 'practice' ? Math.max(points, rangePoints) : points).toBeGreaterThan(0);
          expect(minutes).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('knows what an hour of each skill gains', () => {
    const gains = gainsAnHour(shapeOf(twoSkills), basisOf(twoSkills, ON), dayNumber(ON));
    expect(Object.keys(gains)).toEqual(['a', 'b']);
    expect(gains['a']! + exactLevel(twoSkills, ON).score).toBeLessThanOrEqual(100);
    expect(gains['a']).toBeGreaterThan(0);
  });
});
