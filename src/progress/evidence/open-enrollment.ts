import type { EnrollmentsService, OwnEnrollment } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { enrollmentClosed } from '../progress.contract.js';

const CLOSED = new Set<OwnEnrollment['state']>(['withdrawn', 'expired']);

/** The learner's own enrollment, if something may be changed in it. */
export async function openEnrollment(enrollments: EnrollmentsService, learner: Person, enrollmentId: string): Promise<OwnEnrollment> {
  const enrollment = await enrollments.ownedBy(learner, enrollmentId);
  if (CLOSED.has(enrollment.state)) throw new Problem(enrollmentClosed, `The enrollment is ${enrollment.state}. What was submitted stays.`);
  return enrollment;
}
