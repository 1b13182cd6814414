import { Temporal } from 'temporal-polyfill';
import { minutesOn } from '../../enrollments/study-time.js';
import type { OpenDay, PlanInput, WholeInput } from './plan-input.js';

/** The longest day of study that anybody can plan. */
export const MINUTES_OF_A_DAY = 16 * 60;

type Days = Pick<PlanInput, 'studyTime' | 'today' | 'loggedTodayMinutes' | 'pinned' | 'hardDates'> & Pick<WholeInput, 'pace'>;

/** A date with study time that the planner may use, whether or not all of it is taken. */
export interface StudyDay {
  date: Temporal.PlainDate;
  /** Days from today. */
  index: number;
  /** The learner's time, without regard to the limit of a day. */
  minutes: number;
  /** Of them, those that pinned items and hard dates take and, on today, those that were logged. */
  taken: number;
  /** From the usual week, and not a single date with minutes of its own. */
  isUsual: boolean;
}

/** How many minutes of a date are taken already: by pinned items, hard dates and, on today, by what was logged. */
function takenMinutes({ today, loggedTodayMinutes = 0, pinned = [], hardDates = [] }: Omit<Days, 'studyTime' | 'pace'>): (date: string) => number {
  const taken = new Map<string, number>([[today.toString(), loggedTodayMinutes]]);
  for (const { date, minutes } of [...pinned, ...hardDates]) taken.set(date.toString(), (taken.get(date.toString()) ?? 0) + minutes);
  return (date) => taken.get(date) ?? 0;
}

const free = ({ minutes, taken }: Pick<StudyDay, 'minutes' | 'taken'>, limit: number) => Math.max(0, Math.min(minutes, limit) - taken);

/** What a date has free for the planner: the learner's time, at most a day's limit, less what is taken already. */
export function freeMinutes(input: Days): (date: Temporal.PlainDate) => number {
  const taken = takenMinutes(input);
  return (date) => {
    const text = date.toString();
    return free({ minutes: minutesOn(input.studyTime, text), taken: taken(text) }, input.pace.mostMinutesADay);
  };
}

/** The days from today to the day before the exam that have study time, in order. Rest days and breaks are absent. */
export function studyDays(input: Days & Pick<WholeInput, 'examOn'>): StudyDay[] {
  const taken = takenMinutes(input);
  const days: StudyDay[] = [];
  for (let date = input.today, index = 0; Temporal.PlainDate.compare(date, input.examOn) < 0; date = date.add({ days: 1 }), index++) {
    const text = date.toString();
    const minutes = minutesOn(input.studyTime, text);
    if (minutes > 0) days.push({ date, index, minutes, taken: taken(text), isUsual: input.studyTime.exceptions[text] === undefined });
  }
  return days;
}

/** The study days that have minutes free. */
export const openDays = (days: readonly StudyDay[], limit: number): OpenDay[] =>
  days.flatMap(({ date, index, ...day }) => (free(day, limit) > 0 ? [{ date, index, minutes: free(day, limit) }] : []));

/**
 * The study days if each weekday of the usual week that has time had more. This is the one answer to which days can take more: a day
 * whose time is all taken can, and is open again once it has more. Rest days, breaks and dates with minutes of their own cannot, because
 * a change of the usual week does not reach them.
 */
export const withLongerWeek = (days: readonly StudyDay[], longer: (minutes: number) => number): StudyDay[] =>
  days.map((day) => (day.isUsual ? { ...day, minutes: Math.max(day.minutes, Math.min(MINUTES_OF_A_DAY, longer(day.minutes))) } : day));

export const sumMinutes = (days: readonly { minutes: number }[]): number => days.reduce((sum, { minutes }) => sum + minutes, 0);
