import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import type { EnrollmentState } from '../enrollment-life.js';
import { EnrollmentWriter, stateForbidsIt } from '../enrollment-writer.service.js';
import type { Enrollment } from '../enrollments.contract.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { OutcomeEntity } from '../outcome.entity.js';
import { setDue } from './due-rows.js';
import { resultBuiltOn } from './life.contract.js';

/** In these the latest outcome is what the enrollment stands on. */
const AFTER_EXAM: readonly EnrollmentState[] = ['exam-taken', 'passed', 'failed'];

/** Exam results that were recorded by mistake. */
@Injectable()
export class OutcomeRemovals {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly audit: Audit,
  ) {}

  /** Deletes the latest attempt, with what was computed from it, and takes the enrollment back to where it was before: active. */
  async remove(learner: Person, id: string, outcomeId: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    const latest = await this.latest(id);
    const outcome = await this.database.manager.findOneBy(OutcomeEntity, { id: outcomeId, enrollmentId: id });
    if (!outcome) return this.enrollments.show(id);
    if (latest?.id !== outcomeId) throw new Problem(resultBuiltOn, 'Only the latest exam result can be removed.');
    if (!AFTER_EXAM.includes(enrollment.state)) throw stateForbidsIt(enrollment.state);
    const { takenOn, result, scorePercent, validUntil } = outcome;
    const { level } = await this.enrollments.show(id);
    await this.writer.write(learner, id, { what: 'outcome', became: `${takenOn} removed`, revises: true }, async (tx) => {
      await this.writer.turn(tx, enrollment, 'active');
      await tx.delete(OutcomeEntity, { id: outcomeId });
      await setDue(tx, [id]);
      await this.audit.record(tx, {
        ...{ act: 'exam-result-removed', by: learner, subject: learner.id },
        detail: { enrollmentId: id, level: { id: level.id, title: level.title } },
        before: { state: enrollment.state, takenOn, result, scorePercent, validUntil },
        after: { state: 'active' },
      });
    });
    return this.enrollments.show(id);
  }

  private latest(enrollmentId: string): Promise<OutcomeEntity | null> {
    return this.database.manager.findOne(OutcomeEntity, { where: { enrollmentId }, order: { recordedAt: 'desc', takenOn: 'desc' } });
  }
}
