/** Hours a week, each said with what it is, in the same words on every page. Pure. */
import { WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import { duration } from '../../ui/format';

/** What a usual week has for study. */
export const weekMinutes = (availability: Availability): number => WEEKDAYS.reduce((sum, day) => sum + availability[day], 0);

/** Of a usual week: the plan fills no more of it. */
export const mostAWeek = (minutes: number): string => `${duration(minutes)} a week at most`;

/** Of the plan, as much of it as is likely to be done. */
export const onAverageAWeek = (minutes: number): string => `${duration(minutes)} a week on average until the exam`;

/** How much of a plan is taken to be done. */
export const KEPT = 'the plan kept as in the last 4 weeks';

/** Of the log. */
export const loggedAWeek = (minutes: number): string => `${duration(minutes)} a week, as logged on average in the last 4 weeks`;

/** Of two usual weeks: '12 h a week at most, 3 h 30 more than now' */
export function mostAWeekThen(minutes: number, now: number): string {
  const more = minutes - now;
  return `${mostAWeek(minutes)}${more === 0 ? '' : `, ${duration(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than now`}`;
}
