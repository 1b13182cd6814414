import { Temporal } from 'temporal-polyfill';
import { minutesOn } from '../enrollments/study-time.js';
import type { OpenDay, PlanInput } from './plan-input.js';

type Window = Pick<PlanInput, 'weeklyMinutes' | 'exceptions' | 'breaks' | 'today' | 'examOn' | 'loggedTodayMinutes'>;

/** The days from today to the day before the exam that have minutes free, in order. Rest days and breaks are absent. */
export function openDays({ weeklyMinutes, exceptions = {}, breaks = [], today, examOn, loggedTodayMinutes = 0 }: Window): OpenDay[] {
  const days: OpenDay[] = [];
  const time = { weeklyMinutes, exceptions, breaks };
  for (let date = today; Temporal.PlainDate.compare(date, examOn) < 0; date = date.add({ days: 1 })) {
    const usual = minutesOn(time, date.toString());
    const minutes = date.equals(today) ? usual - loggedTodayMinutes : usual;
    if (minutes > 0) days.push({ date, minutes });
  }
  return days;
}

export const sumMinutes = (days: readonly { minutes: number }[]): number => days.reduce((sum, { minutes }) => sum + minutes, 0);
