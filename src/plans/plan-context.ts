/** What a plan depends on and other features keep: each asked for in one place, so that the planner itself only takes values. */
import { OPEN_END, type StudyTime } from '../enrollments/study-time.js';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { remember, type SkillMemory } from '../progress/skill-memory.js';
import type { LoggedMinutes } from './item-state.js';
import type { PlanInput } from './scheduling/plan-input.js';

/** When the learner has time. A pause that nobody knows the end of is planned as if it ended today: the plan is made again when it does. */
export function studyTimeOf({ weeklyMinutes, exceptions, breaks }: StudyTime, today: LocalDate): StudyTime {
  return { weeklyMinutes, exceptions, breaks: breaks.map((each) => (each.toOn === OPEN_END ? { ...each, toOn: today } : each)) };
}

/** A skill's memory as progress keeps it. */
export interface StoredMemory {
  skillId: string;
  stability: number;
  difficulty: number;
  lastOn: LocalDate;
}

/**
 * How well each skill is held, by its id: as progress keeps it. Where the worker has not come to what was logged yet, every date on which
 * the skill was logged is one review, and all went as usual.
 */
export function memoriesOf(logged: readonly LoggedMinutes[], stored: readonly StoredMemory[]): Record<string, SkillMemory> {
  const kept = stored.map(({ skillId, stability, difficulty, lastOn }) => [skillId, { stability, difficulty, lastOn: plainDate(lastOn) }] as const);
  return { ...replayed(logged), ...Object.fromEntries(kept) };
}

function replayed(logged: readonly LoggedMinutes[]): Record<string, SkillMemory> {
  const dates = new Map<string, Set<string>>();
  for (const { skillId, date } of logged) if (skillId !== null) dates.set(skillId, (dates.get(skillId) ?? new Set()).add(date));
  const memories: Record<string, SkillMemory> = {};
  for (const [id, each] of dates) for (const date of [...each].sort()) memories[id] = remember(memories[id] ?? null, plainDate(date));
  return memories;
}

/** Practice exams that were taken. */
export function practiceResultsOf(results: readonly { on: LocalDate; percent: number }[]): NonNullable<PlanInput['practiceResults']> {
  return results.map(({ on, percent }) => ({ on: plainDate(on), percent }));
}
