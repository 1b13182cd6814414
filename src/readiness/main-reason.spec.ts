import fc from 'fast-check';
import { histories, ON, twoSkills } from '../../test/support/histories.js';
import { assertProperty } from '../../test/support/property.js';
import { mainReason } from './main-reason.js';
import { nextActions } from './next-actions.js';
import type { LearnerHistory } from './history.js';
import { basisOf, dayNumber, shapeOf } from './score/basis.js';
import { readinessOf } from './score/readiness-model.js';

const reasonOf = (history: LearnerHistory) => mainReason(readinessOf(history, ON), shapeOf(history), basisOf(history, ON), dayNumber(ON));

describe('what holds a score back most', () => {
  it('is the skill that was never begun, by its weight', () => {
    const [first, second] = twoSkills.skills;
    expect(reasonOf({ ...twoSkills, skills: [first!, { ...second!, minutes: 0, memory: null }] })).toMatchObject({ kind: 'neglected', skillId: second!.id });
  });

  it('is the project that is not done, where the skill is studied otherwise', () => {
    const [first, second] = twoSkills.skills;
    const project = { id: 'p', title: 'Pipeline', skillIds: ['a'], effortMinutes: 600, minutes: 30, lastStudiedOn: null, submittedOn: null, verdict: null };
    const fresh = { ...first!, memory: second!.memory };
    const history = { ...twoSkills, skills: [fresh, { ...second!, minutes: 190 }] };
    expect(reasonOf({ ...history, projects: [{ ...project, finishedOn: null }] })).toMatchObject({ kind: 'project-open', skillId: 'a', project: 'Pipeline' });
    expect(reasonOf({ ...history, projects: [{ ...project, finishedOn: ON }] })?.kind).not.toBe('project-open');
    // What waits for a mentor is no study that is missing either.
    const waiting = reasonOf({ ...history, projects: [{ ...project, finishedOn: null, submittedOn: ON }] });
    expect(waiting?.kind).toBe('untested');
  });

  it('promises of a project what the list of what to do does', () => {
    const level = { ...twoSkills, skills: twoSkills.skills.map((skill) => ({ ...skill, minutes: skill.effortMinutes, memory: twoSkills.skills[1]!.memory })) };
    const project = { id: 'p', title: 'Pipeline', skillIds: ['a'], effortMinutes: 300, minutes: 0, lastStudiedOn: null, submittedOn: null, verdict: null };
    const history = { ...level, projects: [{ ...project, finishedOn: null }] };
    const [reason, action] = [reasonOf(history), nextActions(shapeOf(history), basisOf(history, ON), dayNumber(ON)).find(({ kind }) => kind === 'project')];
    expect(reason).toMatchObject({ kind: 'project-open', points: action!.points });
  });

  it('never promises more points of a skill than it lacks', () => {
    assertProperty(
      fc.property(histories, (history) => {
        const { skills } = readinessOf(history, ON);
        const reason = reasonOf(history);
        if (reason?.kind !== 'not-covered' && reason?.kind !== 'project-open') return;
        const { weightPercent, points, parts } = skills.find(({ skillId }) => skillId === reason.skillId)!;
        expect(reason.points).toBeLessThanOrEqual(weightPercent - points + parts.memory + 0.06);
      }),
    );
  });
});
