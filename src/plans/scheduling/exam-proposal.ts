import { Temporal } from 'temporal-polyfill';
import { freeMinutes } from './plan-days.js';
import type { PlanInput, WholeInput } from './plan-input.js';
import { bufferDays } from './plan-pace.js';
import { openWork } from './plan-work.js';

/** New work takes at most this share of the time before the buffer: the rest is for reviews, practice exams and life. */
const COMFORTABLE_SHARE = 0.8;
/** Nobody is asked to book an exam for this week. */
const LEAST_DAYS = 7;
export const MOST_DAYS_AHEAD = 5 * 366;

/**
 * The earliest comfortable date for the exam: the first one, a week ahead or later, before which all that is needed takes at most four
 * fifths of the free time up to its buffer, and after every pinned item and hard date. The last one that is looked at, five years ahead,
 * where no date is comfortable. Less time never gives an earlier date.
 */
export function earliestComfortableExam(input: Omit<PlanInput, 'pace'> & Pick<WholeInput, 'pace'>): Temporal.PlainDate {
  const { today, pinned = [], hardDates = [] } = input;
  const latest = today.add({ days: MOST_DAYS_AHEAD });
  const needed = openWork({ ...input, examOn: latest }).work.reduce((sum, { minutes }) => sum + minutes, 0);
  const free = freeMinutes(input);
  /** Minutes free before the day of each index. */
  const freeBefore = [0];
  for (let index = 0, date = today; index < MOST_DAYS_AHEAD; index++, date = date.add({ days: 1 })) {
    const exam = today.add({ days: index });
    const isAfterAll = [...pinned, ...hardDates].every((fixed) => Temporal.PlainDate.compare(fixed.date, exam) < 0);
    const comfortable = (freeBefore[index - bufferDays(index)] ?? 0) * COMFORTABLE_SHARE >= needed;
    if (index >= LEAST_DAYS && isAfterAll && comfortable) return exam;
    freeBefore.push((freeBefore[index] ?? 0) + free(date));
  }
  return latest;
}
