import { Injectable } from '@nestjs/common';
import { EnrollmentsService, type OwnEnrollment } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { ownWork } from './reviews.contract.js';

/** Whose work a mentor may judge: that of learners they may read, and never their own. */
@Injectable()
export class MentoredEnrollments {
  constructor(private readonly enrollments: EnrollmentsService) {}

  async by(mentor: Person, enrollmentId: string): Promise<OwnEnrollment> {
    const enrollment = await this.enrollments.readableBy(mentor, enrollmentId);
    if (enrollment.learnerId === mentor.id) throw new Problem(ownWork, 'Another mentor decides about what you did yourself.');
    return enrollment;
  }
}
