import type { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../../curriculum/level-content.js';
import { percentOf } from '../../platform/percent.contract.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { ProgressFacts } from '../progress.service.js';
import { nextReviewOn, recallOn } from '../skill-memory.js';
import type { ProjectTime, SkillTime } from './study-times.contract.js';

/**
 * Time of each part of a level beside what it weighs and takes. Shares are of the minutes of skills alone, to a tenth; all are 0 before
 * anything is logged. `otherMinutes` is what no part of this release has.
 */
export function skillTimes(
  { skills, projects }: Pick<LevelContent, 'skills' | 'projects'>,
  { minutesBySkill, minutesByProject, memoryBySkill }: Pick<ProgressFacts, 'minutesBySkill' | 'minutesByProject' | 'memoryBySkill'>,
  totalMinutes: number,
  today: Temporal.PlainDate,
): { items: SkillTime[]; projects: ProjectTime[]; otherMinutes: number; totalMinutes: number } {
  const ofSkills = skills.reduce((sum, { id }) => sum + (minutesBySkill[id]?.minutes ?? 0), 0);
  const ofProjects = projects.reduce((sum, { id }) => sum + (minutesByProject[id]?.minutes ?? 0), 0);
  return {
    items: skills.map(({ id, title, weightPercent, effortMinutes }) => {
      const [logged, stored] = [minutesBySkill[id], memoryBySkill[id]];
      const memory = stored && { ...stored, lastOn: plainDate(stored.lastOn) };
      return {
        ...{ skillId: id, title, weightPercent, effortMinutes, ...times(logged) },
        sharePercent: percentOf(logged?.minutes ?? 0, ofSkills, 1),
        recallPercent: memory ? percentOf(recallOn(memory, today)) : null,
        nextReviewOn: memory ? nextReviewOn(memory).toString() : null,
      };
    }),
    projects: projects.map(({ id, title, effortMinutes }) => ({ projectId: id, title, effortMinutes, ...times(minutesByProject[id]) })),
    otherMinutes: totalMinutes - ofSkills - ofProjects,
    totalMinutes,
  };
}

const times = (logged: ProgressFacts['minutesBySkill'][string] | undefined) => ({
  minutes: logged?.minutes ?? 0,
  entries: logged?.entries ?? 0,
  lastStudiedOn: logged?.lastOn ?? null,
});
