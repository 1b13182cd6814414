import { daysAgo, ON, twoSkills } from '../../../test/support/histories.js';
import type { LearnerHistory } from '../history.js';
import { basisOf, dayNumber, shapeOf } from './basis.js';
import { behindOf } from './behind.js';

const project = { title: 'Release', skillIds: ['a', 'b'], effortMinutes: 120, minutes: 40, lastStudiedOn: daysAgo(3), submittedOn: null };
const history: LearnerHistory = {
  ...twoSkills,
  skills: twoSkills.skills.map((skill) =>
    skill.id === 'a'
      ? { ...skill, practice: [{ on: daysAgo(120), right: 6, asked: 8 }], rating: { on: ON, value: 4 }, signedOffOn: daysAgo(120) }
      : { ...skill, minutes: 0, memory: null },
  ),
  projects: [
    { ...project, id: 'open', finishedOn: null, verdict: null },
    { ...project, id: 'judged', finishedOn: ON, verdict: { on: ON, isApproved: true } },
    { ...project, id: 'untouched', minutes: 0, lastStudiedOn: null, finishedOn: null, verdict: null },
    { ...project, id: 'elsewhere', skillIds: ['b'], finishedOn: null, verdict: null },
  ],
};
const behind = (at: number, of = history) => behindOf(shapeOf(of), basisOf(of, ON), at, dayNumber(ON));

describe('what stands behind the points of a skill', () => {
  it('is what was logged for it, its part of projects, and items as they count today', () => {
    expect(behind(0)).toEqual({
      // Half of 40 minutes, and half of the whole effort of what is finished.
      ...{ studyMinutes: 300, projectMinutes: 80, itemMinutes: 16, recalledOn: daysAgo(3).toString() },
      projects: [
        { projectId: 'open', title: 'Release', minutes: 40, state: 'open' },
        { projectId: 'judged', title: 'Release', minutes: 40, state: 'judged' },
      ],
      items: { projects: { right: 7.2, of: 8 }, practice: { right: 3, of: 4 }, ratings: { right: 1.5, of: 2 }, signOffs: { right: 6, of: 6 } },
    });
  });

  it('is nothing of what was never touched', () => {
    expect(behind(1, { ...history, projects: [] })).toEqual({
      ...{ studyMinutes: 0, projectMinutes: 0, itemMinutes: 0, projects: [], recalledOn: null },
      items: { projects: { right: 0, of: 0 }, practice: { right: 0, of: 0 }, ratings: { right: 0, of: 0 }, signOffs: { right: 0, of: 0 } },
    });
  });
});
