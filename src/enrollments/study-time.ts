/** How many minutes a learner has on a date: one answer for the plan, reminders, the streak and risk alike. */
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';

export interface StudyTime {
  /** Minutes of a usual week, Monday first; 0 is a rest day. */
  weeklyMinutes: readonly number[];
  /** Minutes of single dates that differ from the usual week. */
  exceptions: Readonly<Record<LocalDate, number>>;
  /** Spans without study, both ends included: holidays, illness. */
  breaks: readonly { fromOn: LocalDate; toOn: LocalDate }[];
}

/** A break has the last word, then the exception of the date, then the usual week. */
export function minutesOn({ weeklyMinutes, exceptions, breaks }: StudyTime, date: LocalDate): number {
  if (breaks.some(({ fromOn, toOn }) => fromOn <= date && date <= toOn)) return 0;
  return exceptions[date] ?? weeklyMinutes[plainDate(date).dayOfWeek - 1] ?? 0;
}
