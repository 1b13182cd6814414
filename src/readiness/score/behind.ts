/** What stands behind the points of a skill, as it was counted: so that each of its parts can be followed to the entries it rests on. */
import type { Behind } from '../readiness.contract.js';
import { dateOfDay, type LevelShape, type ScoreBasis } from './basis.js';
import { leftAfter, type Evidence } from './evidence.js';
import { ITEM_MINUTES } from './skill-score.js';

/** @param at the place of the skill in the level */
export function behindOf(level: Pick<LevelShape, 'skills' | 'projects'>, basis: ScoreBasis, at: number, day: number): Behind {
  const [{ id }, skill, left] = [level.skills[at]!, basis.skills[at]!, leftAfter(day - basis.day)];
  const counted = ({ right, wrong }: Evidence) => ({ right: hundredth(right * left), of: hundredth((right + wrong) * left) });
  return {
    studyMinutes: Math.round(skill.studyMinutes),
    projectMinutes: Math.round(skill.projectMinutes),
    itemMinutes: Math.round(skill.itemsAnswered * ITEM_MINUTES),
    projects: level.projects.flatMap(({ id: projectId, title, skillIds }, i) => {
      const { minutes, state } = basis.projects[i]!;
      const isTouched = minutes > 0 || state !== 'open';
      return skillIds.includes(id) && isTouched ? [{ projectId, title, minutes: Math.round(minutes), state }] : [];
    }),
    items: { projects: counted(skill.projects), practice: counted(skill.practice), ratings: counted(skill.ratings), signOffs: counted(skill.signOffs) },
    recalledOn: skill.stabilityDays > 0 ? dateOfDay(skill.lastDay).toString() : null,
  };
}

const hundredth = (items: number) => Math.round(items * 100) / 100;
