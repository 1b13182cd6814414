/** How well a skill is still held: the memory model FSRS, a skill taken as one card, a date on which it was studied as one review. */
import type { Temporal } from 'temporal-polyfill';
import { fsrs, Rating, type Grade } from 'ts-fsrs';
import { daysApart } from '../platform/time/local-date.js';
import type { Recall } from './progress.contract.js';

export { RECALLS, type Recall } from './progress.contract.js';

/** Unrated study counts as this. */
export const USUAL_RECALL: Recall = 'good';

export interface SkillMemory {
  /** Days after which recall has fallen to 90%. */
  stability: number;
  /** 1 (easy) to 10. */
  difficulty: number;
  /** The date it was studied last. */
  lastOn: Temporal.PlainDate;
}

/** Recall at which a skill is reviewed. */
export const REVIEW_AT_PROBABILITY = 0.9;

/** No steps of minutes and no chance: a date holds one review, and the same history always gives the same memory. */
const MODEL = fsrs({ request_retention: REVIEW_AT_PROBABILITY, enable_fuzz: false, enable_short_term: false });
const GRADES: Record<Recall, Grade> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };

/**
 * The memory after a skill was studied on a date: FSRS' next state, `t` being whole days since it was studied last. Dates come in
 * order; one before the last counts as the last, so who logs late replays the history instead.
 *
 * @param memory before it; null for a skill that was never studied
 */
export function remember(memory: SkillMemory | null, on: Temporal.PlainDate, recall: Recall = USUAL_RECALL): SkillMemory {
  const days = memory ? Math.max(0, daysApart(memory.lastOn, on)) : 0;
  return { ...rememberAfter(memory, days, recall), lastOn: memory && days === 0 ? memory.lastOn : on };
}

/** The same in numbers: after so many days since it was studied last. */
export function rememberAfter(memory: Pick<SkillMemory, 'stability' | 'difficulty'> | null, days: number, recall: Recall = USUAL_RECALL) {
  const { stability, difficulty } = MODEL.next_state(memory, days, GRADES[recall]);
  return { stability, difficulty };
}

/** Probability, 0 to 1, that the skill is recalled on a date: FSRS' forgetting curve. 1 on the date it was studied, and before it. */
export function recallOn({ stability, lastOn }: SkillMemory, on: Temporal.PlainDate): number {
  return recallAfter(stability, daysApart(lastOn, on));
}

/** The same so many days after a skill of that stability (in days) was studied last. */
export const recallAfter = (stability: number, days: number): number => MODEL.forgetting_curve(Math.max(0, days), stability);

/** The date on which recall has fallen to 90%: at least a day after the skill was studied last. */
export function nextReviewOn({ stability, lastOn }: SkillMemory): Temporal.PlainDate {
  return lastOn.add({ days: Math.max(1, MODEL.next_interval(stability, 0)) });
}
