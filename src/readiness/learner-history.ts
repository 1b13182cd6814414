import { Temporal } from 'temporal-polyfill';
import type { LevelContent } from '../curriculum/level-content.js';
import type { ProgressFacts } from '../progress/progress.service.js';
import type { LearnerHistory } from './readiness-model.js';

const dateOf = (text: string | undefined) => (text === undefined ? null : Temporal.PlainDate.from(text));

/** What the model is told of a learner: the level as their release has it, with what they logged for each part of it. */
export function learnerHistory({ skills, projects }: Pick<LevelContent, 'skills' | 'projects'>, facts: ProgressFacts): LearnerHistory {
  return {
    skills: skills.map(({ id, title, weightPercent, effortMinutes }) => {
      const logged = facts.minutesBySkill[id];
      return { id, title, weightPercent, effortMinutes, minutes: logged?.minutes ?? 0, lastStudiedOn: dateOf(logged?.lastOn) };
    }),
    projects: projects.map(({ id, title, effortMinutes, skillIds }) => {
      const logged = facts.minutesByProject[id];
      const finishedOn = dateOf(facts.finishedProjects[id]);
      return { id, title, skillIds, effortMinutes, minutes: logged?.minutes ?? 0, lastStudiedOn: dateOf(logged?.lastOn), finishedOn };
    }),
    studyDays: facts.studyDays,
  };
}
