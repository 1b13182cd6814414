import { examDates } from '../../enrollments/exam-dates.js';
import type { OwnEnrollment } from '../../enrollments/enrollments.service.js';
import { WEEKDAYS } from '../../enrollments/enrollments.contract.js';
import { Problem } from '../../platform/http/problem.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { Asked } from '../plan-for.js';
import { nothingToPlan, planChangeNotPossible, type PlanChange } from './proposals.contract.js';

/** What a person thinks of changing, as the planner takes it. */
export function askedOf({ examOn, availability, pace, leaveOut }: PlanChange): Asked {
  return {
    ...(examOn !== undefined && { examOn }),
    ...(availability && { weeklyMinutes: WEEKDAYS.map((day) => availability[day]) }),
    ...(pace && { pace }),
    ...(leaveOut && { leaveOut }),
  };
}

/** Refuses what no plan can be made for, before it is tried. */
export function refuseUnplannable({ state, examOn: stands }: OwnEnrollment, { examOn = stands, availability }: PlanChange, today: LocalDate): void {
  if (state !== 'active') throw new Problem(nothingToPlan, `The enrollment is ${state.replace('-', ' ')}. Go on with it first.`, { state });
  if (examOn === stands && stands <= today) throw new Problem(nothingToPlan, 'The exam date is over. Choose another one first.', { examOn: stands });
  const { from, to } = examDates(today);
  if (examOn !== null && (examOn < from || examOn > to)) throw new Problem(planChangeNotPossible, `Choose an exam date from ${from} to ${to}.`, { from, to });
  if (availability && WEEKDAYS.every((day) => availability[day] === 0))
    throw new Problem(planChangeNotPossible, 'Give at least one day of the week some minutes.');
}
