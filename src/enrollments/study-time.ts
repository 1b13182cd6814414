/** How many minutes a learner has on a date: one answer for the plan, reminders, the streak and risk alike. */
import { daysBetween, plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';

/** The last day of a pause that nobody knows the end of. */
export const OPEN_END: LocalDate = '9999-12-31';

export interface StudyTime {
  /** Minutes of a usual week, Monday first; 0 is a rest day. */
  weeklyMinutes: readonly number[];
  /** Minutes of single dates that differ from the usual week. */
  exceptions: Readonly<Record<LocalDate, number>>;
  /** Spans without study, both ends included: holidays, illness, pauses; one without an end lasts to `OPEN_END`. */
  breaks: readonly { fromOn: LocalDate; toOn: LocalDate }[];
}

/** Whether a date lies in a break: what was planned for it is not missed. */
export const isInBreak = ({ breaks }: Pick<StudyTime, 'breaks'>, date: LocalDate): boolean => breaks.some(({ fromOn, toOn }) => fromOn <= date && date <= toOn);

/** A break has the last word, then the exception of the date, then the usual week. */
export function minutesOn(time: StudyTime, date: LocalDate): number {
  if (isInBreak(time, date)) return 0;
  return time.exceptions[date] ?? time.weeklyMinutes[plainDate(date).dayOfWeek - 1] ?? 0;
}

/** Why a date has no minutes; null for one that has. */
export function dayOff(time: StudyTime, date: LocalDate): 'break' | 'exception' | 'rest-day' | null {
  if (isInBreak(time, date)) return 'break';
  if (minutesOn(time, date) > 0) return null;
  return time.exceptions[date] === 0 ? 'exception' : 'rest-day';
}

/** Nobody counts further back on their fingers; and a span of centuries must not be walked day by day. */
const MOST_DAYS = 1_000;

/** Dates with minutes after one date, up to another that is included: how long somebody is silent who had time. */
export function daysWithTime(time: StudyTime, after: LocalDate, upTo: LocalDate): number {
  const days = Math.min(MOST_DAYS, Math.max(0, daysBetween(after, upTo)));
  const last = plainDate(upTo);
  return Array.from({ length: days }, (_, back) => last.subtract({ days: back }).toString()).filter((date) => minutesOn(time, date) > 0).length;
}
