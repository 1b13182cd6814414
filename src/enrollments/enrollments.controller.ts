import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { EnrollingService } from './enrolling.service.js';
import { EnrollmentChangesService } from './enrollment-changes.service.js';
import {
  assignMentor,
  changeAvailability,
  changeExamDate,
  changePace,
  enroll,
  listEnrollments,
  listEnrollmentsOf,
  readEnrollment,
  takeWithdrawalBack,
  withdraw,
  type Enrollment,
} from './enrollments.contract.js';
import { EnrollmentsService } from './enrollments.service.js';
import { PlanTermsService } from './plan-terms.service.js';

@Controller()
export class EnrollmentsController {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly enrolling: EnrollingService,
    private readonly changes: EnrollmentChangesService,
    private readonly terms: PlanTermsService,
  ) {}

  @Route(enroll)
  enroll({ me, body, headers }: Call<typeof enroll>): Promise<Enrollment> {
    return this.enrolling.enroll(me, body, headers['idempotency-key']);
  }

  @Route(listEnrollments)
  list({ me, query }: Call<typeof listEnrollments>): Promise<{ items: Enrollment[]; nextCursor: string | null }> {
    return this.enrollments.list(me, query);
  }

  @Route(readEnrollment)
  read({ me, params }: Call<typeof readEnrollment>): Promise<Enrollment> {
    return this.enrollments.read(me, params.enrollmentId);
  }

  @Route(changeExamDate)
  moveExam({ me, params, body }: Call<typeof changeExamDate>): Promise<Enrollment> {
    return this.terms.moveExam(me, params.enrollmentId, body.examOn);
  }

  @Route(changeAvailability)
  changeWeek({ me, params, body }: Call<typeof changeAvailability>): Promise<Enrollment> {
    return this.terms.changeWeek(me, params.enrollmentId, body);
  }

  @Route(changePace)
  changePace({ me, params, body }: Call<typeof changePace>): Promise<Enrollment> {
    return this.terms.changePace(me, params.enrollmentId, body);
  }

  @Route(withdraw)
  withdraw({ me, params }: Call<typeof withdraw>): Promise<Enrollment> {
    return this.changes.withdraw(me, params.enrollmentId);
  }

  @Route(takeWithdrawalBack)
  takeWithdrawalBack({ me, params }: Call<typeof takeWithdrawalBack>): Promise<Enrollment> {
    return this.changes.takeWithdrawalBack(me, params.enrollmentId);
  }

  @Route(assignMentor)
  assignMentor({ me, params, body }: Call<typeof assignMentor>): Promise<Enrollment> {
    return this.changes.assignMentor(me, params.enrollmentId, body.mentorId);
  }

  @Route(listEnrollmentsOf)
  listOf({ params }: Call<typeof listEnrollmentsOf>): Promise<{ items: Enrollment[] }> {
    return this.enrollments.ofAccount(params.accountId);
  }
}
