import { Injectable } from '@nestjs/common';
import type { Person } from '../../platform/auth/person.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { EnrollmentEntity } from '../enrollment.entity.js';
import type { EnrollmentState } from '../enrollment-life.js';
import { EnrollmentWriter, stateForbidsIt } from '../enrollment-writer.service.js';
import type { Enrollment } from '../enrollments.contract.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { ExamDates } from '../exam-dates.service.js';
import { setDue } from './due-rows.js';

/** Another exam after one that is behind: a retake, or a recertification. What was logged stays; the enrollment is active again. */
@Injectable()
export class NextExamService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly examDates: ExamDates,
  ) {}

  retake = (learner: Person, id: string, examOn: LocalDate): Promise<Enrollment> => this.prepare(learner, id, examOn, ['failed']);
  recertify = (learner: Person, id: string, examOn: LocalDate): Promise<Enrollment> => this.prepare(learner, id, examOn, ['passed', 'expired']);

  private async prepare(learner: Person, id: string, examOn: LocalDate, from: readonly EnrollmentState[]): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (!from.includes(enrollment.state)) throw stateForbidsIt(enrollment.state);
    const dates = await this.examDates.of(learner, enrollment, examOn);
    await this.writer.write(learner, id, { what: 'exam-date', became: examOn, revises: true }, async (tx) => {
      await this.writer.turn(tx, enrollment, 'active');
      await this.writer.note(tx, learner, id, { what: 'state', became: 'active', revises: false });
      await tx.update(EnrollmentEntity, { id }, dates);
      await setDue(tx, [id]);
    });
    return this.enrollments.show(id);
  }
}
