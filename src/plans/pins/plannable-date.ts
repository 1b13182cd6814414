import { Problem } from '../../platform/http/problem.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { Ground } from '../plan-ground.service.js';
import { dayNotPlannable } from './pins.contract.js';

/** From today to the day before the exam, while there is something to plan. */
export function refuseUnlessPlannable(date: LocalDate, { today, enrollment, canBeMissed }: Ground): void {
  const { examOn, state } = enrollment;
  if (!canBeMissed)
    throw new Problem(dayNotPlannable, state === 'active' ? 'The exam date has come. Choose another one first.' : `The enrollment is ${state}.`);
  if (date < today) throw new Problem(dayNotPlannable, `${date} is over. Choose a day from ${today} on.`, { from: today });
  if (date >= examOn) throw new Problem(dayNotPlannable, `The exam is on ${examOn}. Choose a day before it.`, { before: examOn });
}
