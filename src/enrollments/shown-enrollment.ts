import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Availability, type Enrollment } from './enrollments.contract.js';

/** A row of `SHOWN` as the database gives it. */
export type EnrollmentRow = Omit<Enrollment, 'today' | 'daysToExam' | 'availability' | 'createdAt'> & { weeklyMinutes: number[]; createdAt: Date };

/** The enrollment as the API shows it, on the date that it is where the learner is. */
export function shown({ weeklyMinutes, createdAt, ...row }: EnrollmentRow, now: Temporal.Instant): Enrollment {
  const today = now.toZonedDateTimeISO(row.timeZone).toPlainDate();
  const daysToExam = today.until(Temporal.PlainDate.from(row.examOn), { largestUnit: 'days' }).days;
  return { ...row, today: today.toString(), daysToExam, availability: asAvailability(weeklyMinutes), createdAt: createdAt.toISOString() };
}

export const asWeeklyMinutes = (availability: Availability): number[] => WEEKDAYS.map((day) => availability[day]);

const asAvailability = (minutes: readonly number[]): Availability => Object.fromEntries(WEEKDAYS.map((day, i) => [day, minutes[i] ?? 0])) as Availability;
