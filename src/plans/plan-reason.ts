import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { StoredPlan } from './plan-facts.statement.js';
import type { PlanItem } from './plans.contract.js';
import type { PlanChangeReason } from './proposals/proposals.contract.js';

/** What the enrollment asked for itself: undone where it was done, and the plan follows. */
export const FOLLOWS: readonly PlanChangeReason[] = ['availability-changed', 'exam-moved', 'release-moved'];

type MadeFor = Pick<StoredPlan, 'releaseId' | 'enrollmentRevision' | 'examOn' | 'plannedFrom'>;

/** Why a plan no longer holds: what changed of the enrollment, else what was missed, else what was done otherwise than planned. */
export function whyNotHolding(
  plan: MadeFor,
  enrollment: Pick<OwnEnrollment, 'releaseId' | 'revision' | 'examOn'>,
  items: readonly PlanItem[],
  today: LocalDate,
): PlanChangeReason {
  if (plan.releaseId !== enrollment.releaseId) return 'release-moved';
  if (plan.examOn !== enrollment.examOn) return 'exam-moved';
  if (plan.enrollmentRevision !== enrollment.revision) return 'availability-changed';
  const isMissed = ({ state, date }: PlanItem) => state === 'missed' && date >= plan.plannedFrom && date < today;
  return items.some(isMissed) ? 'missed-work' : 'work-changed';
}
