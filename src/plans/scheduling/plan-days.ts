import { Temporal } from 'temporal-polyfill';
import { minutesOn } from '../../enrollments/study-time.js';
import type { OpenDay, PlanInput, WholeInput } from './plan-input.js';

/** The longest day of study that anybody can plan. */
export const MINUTES_OF_A_DAY = 16 * 60;

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

/**
 * The open days if every study day of the usual week had more minutes, up to the most a day may have, and if the limit of a day were
 * another one. This is the one answer to which days can take more: a day whose minutes are logged or pinned away can, and is open again
 * once it has more; rest days, breaks and dates with minutes of their own cannot, because a change of the week does not reach them.
 */
export function daysWithLongerWeek(
  input: Days & Pick<WholeInput, 'examOn'>,
  longer: (minutes: number) => number,
  mostMinutesADay = input.pace.mostMinutesADay,
): OpenDay[] {
  const weeklyMinutes = input.studyTime.weeklyMinutes.map((minutes) => (minutes > 0 ? Math.max(minutes, Math.min(MINUTES_OF_A_DAY, longer(minutes))) : 0));
  return openDays({ ...input, studyTime: { ...input.studyTime, weeklyMinutes }, pace: { ...input.pace, mostMinutesADay } });
}

export const sumMinutes = (days: readonly { minutes: number }[]): number => days.reduce((sum, { minutes }) => sum + minutes, 0);
