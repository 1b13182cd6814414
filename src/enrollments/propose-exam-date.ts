import { daysBetween, plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { examDates } from './exam-dates.js';
import { EXAM_COMFORT } from './enrollments.contract.js';
import { minutesOn, type StudyTime } from './study-time.js';

export interface Preparation {
  /** What is still to be done of the level. */
  neededMinutes: number;
  time: StudyTime;
  /** Of the learner's pace; null for no limit. */
  mostMinutesADay?: number | null;
  today: LocalDate;
}

/**
 * The earliest comfortable exam date: the first by which the days before it hold what is needed and a fifth more, for reviews, a practice
 * exam and what life brings; a week ahead at least. Where five years do not hold that, the last date there is.
 */
export function proposeExamDate({ neededMinutes, time, mostMinutesADay = null, today }: Preparation): LocalDate {
  const { to } = examDates(today);
  const first = plainDate(today);
  const wanted = neededMinutes * EXAM_COMFORT.share;
  let held = 0;
  for (let ahead = 0; ahead < daysBetween(today, to); ahead++) {
    held += Math.min(minutesOn(time, first.add({ days: ahead }).toString()), mostMinutesADay ?? Infinity);
    if (held >= wanted && ahead + 1 >= EXAM_COMFORT.leastDays) return first.add({ days: ahead + 1 }).toString();
  }
  return to;
}
