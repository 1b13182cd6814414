import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';
import { FixedDate, FixedDateKind, Plan } from '../plans.contract.js';

export const planItemPast = problem({ slug: 'plan-item-past', status: 409, title: 'This item does not move any more' });
export const dayNotPlannable = problem({ slug: 'day-not-plannable', status: 422, title: 'Nothing can be planned on this date' });
export const dayHasNoTime = problem({ slug: 'day-has-no-time', status: 422, title: 'This day has no time for it' });

const ItemId = EnrollmentId.extend({ itemId: z.uuid() });
const FIXED = '/enrollments/:enrollmentId/fixed-dates' as const;

export const movePlanItem = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/plan-items/:itemId/date',
  summary: 'Put an item of the plan on a date; pinned it stays there, and the rest of the plan makes room',
  allow: 'study',
  params: ItemId,
  body: z.object({ date: LocalDate, pinned: z.boolean().default(true) }),
  answer: Plan,
  refusals: [planItemPast, dayNotPlannable, dayHasNoTime],
});

export const unpinPlanItem = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/plan-items/:itemId/pin',
  summary: 'Let an item be moved again; it stays where it is until the plan is next made',
  allow: 'study',
  params: ItemId,
  answer: Plan,
});

export const listFixedDates = endpoint({
  method: 'GET',
  path: FIXED,
  summary: 'List workshops and cohort sessions, by date; past ones included',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(FixedDate) }),
});

const FixedDateInput = z
  .object({ kind: FixedDateKind, title: Line.min(1, 'Give it a title').check(atMost(200)), date: LocalDate, minutes: z.int().min(1).max(1_440) })
  .meta({ id: 'FixedDateInput' });
export type FixedDateInput = z.output<typeof FixedDateInput>;

const FixedDateId = EnrollmentId.extend({ fixedDateId: z.uuid() });

export const addFixedDate = endpoint({
  method: 'POST',
  path: FIXED,
  summary: 'Add a workshop or a cohort session; the plan makes room for it and never moves it',
  allow: 'study',
  params: EnrollmentId,
  body: FixedDateInput,
  answer: FixedDate,
  refusals: [dayNotPlannable],
});

export const changeFixedDate = endpoint({
  method: 'PUT',
  path: `${FIXED}/:fixedDateId`,
  summary: 'Change a workshop or a cohort session; the plan makes room where it is now, and may use the time it had',
  allow: 'study',
  params: FixedDateId,
  body: FixedDateInput,
  answer: FixedDate,
  refusals: [dayNotPlannable],
});

export const removeFixedDate = endpoint({
  method: 'DELETE',
  path: `${FIXED}/:fixedDateId`,
  summary: 'Remove a workshop or cohort session; the plan may use its time again',
  allow: 'study',
  params: FixedDateId,
});
