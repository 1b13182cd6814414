/** What a plan depends on and other features keep: each asked for in one place, so that the planner itself only takes values. */
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { StudyTime } from '../enrollments/study-time.js';
import { plainDate } from '../platform/time/local-date.js';
import { remember, type SkillMemory } from '../progress/skill-memory.js';
import type { LoggedMinutes } from './item-state.js';
import type { PlanInput } from './scheduling/plan-input.js';

/** When the learner has time. */
export function studyTimeOf({ weeklyMinutes }: Pick<OwnEnrollment, 'weeklyMinutes'>): StudyTime {
  return { weeklyMinutes, exceptions: {}, breaks: [] };
}

/** How well each skill is held, by its id: every date on which it was logged is one review, and all went as usual. */
export function memoriesOf(logged: readonly LoggedMinutes[]): Record<string, SkillMemory> {
  const dates = new Map<string, Set<string>>();
  for (const { skillId, date } of logged) if (skillId !== null) dates.set(skillId, (dates.get(skillId) ?? new Set()).add(date));
  const memories: Record<string, SkillMemory> = {};
  for (const [id, each] of dates) for (const date of [...each].sort()) memories[id] = remember(memories[id] ?? null, plainDate(date));
  return memories;
}

/** Practice exams that were taken. */
export function practiceResultsOf(): NonNullable<PlanInput['practiceResults']> {
  return [];
}
