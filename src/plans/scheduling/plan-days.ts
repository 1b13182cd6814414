import { Temporal } from 'temporal-polyfill';
import { minutesOn } from '../../enrollments/study-time.js';
import type { OpenDay, PlanInput, WholeInput } from './plan-input.js';

type Days = Pick<PlanInput, 'studyTime' | 'today' | 'loggedTodayMinutes' | 'pinned' | 'hardDates'> & Pick<WholeInput, 'pace'>;

/**
 * What a date has free for the planner: the learner's time, at most a day's limit, less what stands there already: pinned items, hard
 * dates and, on today, what was logged.
 */
export function freeMinutes({ studyTime, today, loggedTodayMinutes = 0, pinned = [], hardDates = [], pace }: Days): (date: Temporal.PlainDate) => number {
  const taken = new Map<string, number>([[today.toString(), loggedTodayMinutes]]);
  for (const { date, minutes } of [...pinned, ...hardDates]) taken.set(date.toString(), (taken.get(date.toString()) ?? 0) + minutes);
  return (date) => {
    const text = date.toString();
    return Math.max(0, Math.min(minutesOn(studyTime, text), pace.mostMinutesADay) - (taken.get(text) ?? 0));
  };
}

/** The days from today to the day before the exam that have minutes free, in order. Rest days and breaks are absent. */
export function openDays(input: Days & Pick<WholeInput, 'examOn'>): OpenDay[] {
  const free = freeMinutes(input);
  const days: OpenDay[] = [];
  for (let date = input.today, index = 0; Temporal.PlainDate.compare(date, input.examOn) < 0; date = date.add({ days: 1 }), index++) {
    const minutes = free(date);
    if (minutes > 0) days.push({ date, index, minutes });
  }
  return days;
}

export const sumMinutes = (days: readonly { minutes: number }[]): number => days.reduce((sum, { minutes }) => sum + minutes, 0);
