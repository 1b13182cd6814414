import { Problem } from '../platform/http/problem.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { examDateNotPossible, noTimeAtAll, WEEKDAYS, type Availability } from './enrollments.contract.js';
import { examDates } from './exam-dates.js';

export function refuseExamDate(examOn: LocalDate, today: LocalDate): void {
  const { from, to } = examDates(today);
  if (examOn < from || examOn > to) throw new Problem(examDateNotPossible, `Choose a date from ${from} to ${to}.`, { from, to });
}

export function refuseWeekWithoutTime(availability: Availability): void {
  if (WEEKDAYS.every((day) => availability[day] === 0)) throw new Problem(noTimeAtAll, 'Give at least one day of the week some minutes.');
}
