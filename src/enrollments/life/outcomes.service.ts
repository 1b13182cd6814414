import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EditionsService } from '../../curriculum/editions.service.js';
import { titled } from '../../curriculum/titled.js';
import { Audit } from '../../platform/audit/audit.js';
import type { AuditNote } from '../../platform/audit/audit-note.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { EnrollmentEntity } from '../enrollment.entity.js';
import { EnrollmentWriter, refuseTurn } from '../enrollment-writer.service.js';
import { examDateNotPossible, type Enrollment, type Outcome } from '../enrollments.contract.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments.service.js';
import { OutcomeEntity } from '../outcome.entity.js';
import { setDue } from './due-rows.js';
import { resultKnown, type OutcomeResult, type RecordedOutcome } from './life.contract.js';

type AttemptNote = Extract<AuditNote, { act: 'exam-attempt-recorded' | 'exam-result-recorded' }>;
type Attempt = Pick<AttemptNote, 'before' | 'after'>;

/** Exam attempts: that one was made, and how it went, at once or later. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly editions: EditionsService,
    private readonly writer: EnrollmentWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(person: Person, enrollmentId: string): Promise<{ items: RecordedOutcome[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    const outcomes = await this.database.manager.find(OutcomeEntity, { where: { enrollmentId }, order: { takenOn: 'desc', recordedAt: 'desc' } });
    return { items: outcomes.map((outcome) => ({ ...outcome, recordedAt: outcome.recordedAt.toISOString() })) };
  }

  /** Takes the enrollment to 'exam-taken', and to its end where the result is known. */
  async record(learner: Person, id: string, { takenOn, ...outcome }: Outcome): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    refuseTurn(enrollment.state, 'exam-taken');
    const [from, to] = [enrollment.startedOn, this.clock.today(enrollment)];
    if (takenOn < from || takenOn > to) throw new Problem(examDateNotPossible, `An attempt lies from ${from} to ${to}.`, { from, to });
    const row = { id: uuidv7(), enrollmentId: id, takenOn, recordedAt: this.writer.now(), recordedBy: learner.id };
    const { result } = outcome;
    const known = result === null ? { result, scorePercent: null, validUntil: null } : await this.known(enrollment, takenOn, { ...outcome, result });
    await this.writer.write(learner, id, changeTo(takenOn, known), async (tx) => {
      await this.writer.turn(tx, enrollment, 'exam-taken');
      await tx.insert(OutcomeEntity, { ...row, ...known });
      if (known.result) await this.end(tx, enrollment, known.result);
      const after = { state: known.result ?? 'exam-taken', takenOn, ...known };
      await this.audited(tx, learner, 'exam-attempt-recorded', enrollment, { before: { state: enrollment.state }, after });
    });
    return this.enrollments.show(id);
  }

  async complete(learner: Person, id: string, outcomeId: string, wanted: OutcomeResult): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    const stored = await this.database.manager.findOneBy(OutcomeEntity, { id: outcomeId, enrollmentId: id });
    if (!stored) throw new Problem(notFound, 'There is no such exam attempt in this enrollment.');
    const known = await this.known(enrollment, stored.takenOn, wanted);
    if (stored.result !== null) {
      if (stored.result === known.result && stored.scorePercent === known.scorePercent) return this.enrollments.show(id);
      throw new Problem(resultKnown, `It was ${stored.result === 'passed' ? 'passed' : 'not passed'}, and that stays. A new attempt is an outcome of its own.`);
    }
    await this.writer.write(learner, id, changeTo(stored.takenOn, known), async (tx) => {
      const { affected } = await tx.update(OutcomeEntity, { id: outcomeId, result: IsNull() }, { ...known, recordedAt: this.writer.now() });
      if (affected !== 1) throw new Problem(resultKnown, 'Somebody said a moment ago how it went. Look at it again.');
      await this.end(tx, enrollment, known.result);
      const before = { state: 'exam-taken', takenOn: stored.takenOn, result: null };
      const after = { state: known.result, takenOn: stored.takenOn, ...known };
      await this.audited(tx, learner, 'exam-result-recorded', enrollment, { before, after });
    });
    return this.enrollments.show(id);
  }

  private async end(tx: EntityManager, { id }: OwnEnrollment, result: 'passed' | 'failed'): Promise<void> {
    await tx.update(EnrollmentEntity, { id, state: 'exam-taken' }, { state: result });
    await setDue(tx, [id]);
  }

  private async audited(tx: EntityManager, by: Person, act: AttemptNote['act'], enrollment: OwnEnrollment, { before, after }: Attempt): Promise<void> {
    const detail = { enrollmentId: enrollment.id, level: await titled(tx, 'level', enrollment.levelId) };
    await this.audit.record(tx, { act, by, subject: enrollment.learnerId, detail, before, after });
  }

  /** With the last day of the certificate: as it says itself, else as the release promises, by the shortest time it names. */
  private async known(enrollment: OwnEnrollment, takenOn: LocalDate, { result, scorePercent, validUntil }: OutcomeResult): Promise<OutcomeResult> {
    if (result === 'failed') return { result, scorePercent, validUntil: null };
    if (validUntil !== null && validUntil <= takenOn)
      throw new Problem(examDateNotPossible, `The certificate ends after the exam of ${takenOn}. Look at its date again.`, { from: takenOn });
    const { document } = await this.editions.release(enrollment.releaseId);
    const months = document.validityMonths?.min;
    const promised = months === undefined ? null : plainDate(takenOn).add({ months }).toString();
    return { result, scorePercent, validUntil: validUntil ?? promised };
  }
}

const changeTo = (takenOn: LocalDate, { result, scorePercent }: { result: string | null; scorePercent: number | null }) => {
  if (result === null) return { what: 'state', became: 'exam-taken', revises: false } as const;
  const note = scorePercent === null ? '' : `${scorePercent}%`;
  return { what: 'outcome', became: `${takenOn} ${result}`, note, revises: false } as const;
};
