import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { AccountRolesService } from '../users/account-roles.service.js';
import { namedPerson } from '../users/named-person.js';
import { EnrollmentChangeEntity } from './enrollment-change.entity.js';
import { maySwitch, type EnrollmentState } from './enrollment-life.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentReaderEntity } from './enrollment-reader.entity.js';
import { alreadyEnrolled, examDateNotPossible, notAMentor, stateForbids, type Availability, type Enrollment, type Outcome } from './enrollments.contract.js';
import { EnrollmentsService, type OwnEnrollment } from './enrollments.service.js';
import { OutcomeEntity } from './outcome.entity.js';
import { refuseExamDate, refuseWeekWithoutTime } from './refusals.js';
import { asWeeklyMinutes } from './shown-enrollment.js';

const PLANNABLE: readonly EnrollmentState[] = ['requested', 'active', 'paused', 'failed'];

/** What may become different of an enrollment. Each change is a line of its history, and marks what follows from it. */
@Injectable()
export class EnrollmentChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly roles: AccountRolesService,
    private readonly audit: Audit,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async moveExam(learner: Person, id: string, examOn: LocalDate): Promise<Enrollment> {
    const enrollment = await this.plannable(learner, id);
    refuseExamDate(examOn, this.clock.today(enrollment.timeZone));
    return this.apply(learner, enrollment, 'exam-date', examOn, (tx) => tx.update(EnrollmentEntity, { id }, { examOn, revision: () => 'revision + 1' }));
  }

  async changeWeek(learner: Person, id: string, availability: Availability): Promise<Enrollment> {
    const enrollment = await this.plannable(learner, id);
    refuseWeekWithoutTime(availability);
    const weeklyMinutes = asWeeklyMinutes(availability);
    return this.apply(learner, enrollment, 'availability', weeklyMinutes.join(' '), (tx) =>
      tx.update(EnrollmentEntity, { id }, { weeklyMinutes, revision: () => 'revision + 1' }),
    );
  }

  /** Records an exam attempt; it takes the enrollment through 'exam-taken' to its end. */
  async recordOutcome(learner: Person, id: string, { takenOn, result, scorePercent }: Outcome): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (!maySwitch(enrollment.state, 'exam-taken')) throw forbidden(enrollment.state);
    const [from, to] = [enrollment.startedOn, this.clock.today(enrollment.timeZone)];
    if (takenOn < from || takenOn > to) throw new Problem(examDateNotPossible, `An attempt lies from ${from} to ${to}.`, { from, to });
    return this.apply(learner, enrollment, 'state', result, async (tx) => {
      const { affected } = await tx.update(EnrollmentEntity, { id, state: enrollment.state }, { state: result });
      if (affected !== 1) throw forbidden(result);
      await tx.insert(OutcomeEntity, { id: uuidv7(), enrollmentId: id, takenOn, result, scorePercent, recordedAt: this.now(), recordedBy: learner.id });
    });
  }

  /** Ends the preparation without an exam; withdrawing again changes nothing. */
  async withdraw(learner: Person, id: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (enrollment.state === 'withdrawn') return this.enrollments.show(id);
    if (!maySwitch(enrollment.state, 'withdrawn')) throw forbidden(enrollment.state);
    return this.switchState(learner, enrollment, 'withdrawn');
  }

  /** Goes on where it was left, unless the learner has enrolled in the level anew meanwhile. */
  async takeWithdrawalBack(learner: Person, id: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (enrollment.state !== 'withdrawn') return this.enrollments.show(id);
    return this.switchState(learner, enrollment, 'active').catch((error: { constraint?: string }) => {
      if (error.constraint !== 'enrollment_once_a_level') throw error;
      throw new Problem(alreadyEnrolled, 'You have enrolled in this level anew since. Go on there.');
    });
  }

  private switchState(learner: Person, enrollment: OwnEnrollment, state: EnrollmentState): Promise<Enrollment> {
    return this.apply(learner, enrollment, 'state', state, async (tx) => {
      const { affected } = await tx.update(EnrollmentEntity, { id: enrollment.id, state: enrollment.state }, { state, revision: () => 'revision + 1' });
      if (affected !== 1) throw forbidden(enrollment.state);
    });
  }

  /** Assigns a mentor, who may read the learner from then on; null assigns nobody. */
  async assignMentor(admin: Person, id: string, mentorId: string | null): Promise<Enrollment> {
    const [enrollment] = await this.enrollments.byIds([id]);
    if (!enrollment) throw new Problem(notFound, 'There is no such enrollment.');
    if (mentorId && !(await this.roles.of(mentorId)).includes('mentor')) throw new Problem(notAMentor, 'Give this account the account role mentor first.');
    return this.apply(admin, enrollment, 'mentor', mentorId ?? 'nobody', async (tx) => {
      await tx.delete(EnrollmentReaderEntity, { enrollmentId: id, reason: 'assigned' });
      if (mentorId) await tx.insert(EnrollmentReaderEntity, { enrollmentId: id, mentorId, reason: 'assigned', grantedBy: admin.id, grantedAt: this.now() });
      await this.noteMentor(tx, admin, enrollment, mentorId);
    });
  }

  private async noteMentor(tx: EntityManager, admin: Person, { id: enrollmentId, learnerId }: OwnEnrollment, mentorId: string | null): Promise<void> {
    const [by, learner, mentor] = [await namedPerson(tx, admin.id), await namedPerson(tx, learnerId), await namedPerson(tx, mentorId)];
    await this.audit.note(tx, {
      by,
      act: mentor ? 'mentor-assigned' : 'mentor-unassigned',
      subject: { kind: 'account', id: learnerId, label: learner?.name ?? '' },
      detail: { enrollmentId, ...(mentor && { mentor }) },
    });
  }

  private async plannable(learner: Person, id: string): Promise<OwnEnrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (!PLANNABLE.includes(enrollment.state)) throw forbidden(enrollment.state);
    return enrollment;
  }

  private async apply(by: Person, { id }: OwnEnrollment, what: string, became: string, change: (tx: EntityManager) => Promise<unknown>): Promise<Enrollment> {
    await this.database.transaction(async (tx) => {
      await change(tx);
      await tx.insert(EnrollmentChangeEntity, { enrollmentId: id, id: uuidv7(), changedAt: this.now(), changedBy: by.id, what, became });
      await this.worklist.mark(tx, 'plan', id);
      await this.worklist.mark(tx, 'readiness', id);
    });
    for (const queue of ['plans', 'readiness'] as const) this.triggers.fire(queue);
    return this.enrollments.show(id);
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const forbidden = (state: EnrollmentState) =>
  new Problem(stateForbids, `The enrollment is ${state.replace('-', ' ')}, so this cannot change any more.`, { state });
