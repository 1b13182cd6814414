import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../platform/time/day-zone.js';
import { daysApart, plainDate } from '../platform/time/local-date.js';
import { WEEKDAYS, type Availability, type Enrollment } from './enrollments.contract.js';

/** A row of `SHOWN` as the database gives it. */
export type EnrollmentRow = Omit<Enrollment, 'today' | 'daysToExam' | 'availability' | 'createdAt'> & { weeklyMinutes: number[]; createdAt: Date };

/** The enrollment as the API shows it, on the date that it is where the learner is. */
export function shown({ weeklyMinutes, createdAt, ...row }: EnrollmentRow, now: Temporal.Instant): Enrollment {
  const today = dateAt(now, row);
  const daysToExam = daysApart(today, plainDate(row.examOn));
  return { ...row, today: today.toString(), daysToExam, availability: asAvailability(weeklyMinutes), createdAt: createdAt.toISOString() };
}

export const asWeeklyMinutes = (availability: Availability): number[] => WEEKDAYS.map((day) => availability[day]);

export const asAvailability = (minutes: readonly number[]): Availability =>
  Object.fromEntries(WEEKDAYS.map((day, i) => [day, minutes[i] ?? 0])) as Availability;
