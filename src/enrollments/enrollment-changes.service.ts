import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Clock } from '../platform/time/clock.js';
import { isActiveMentor } from '../users/active-mentor.js';
import { notAMentor } from '../users/users.contract.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentReaderEntity } from './enrollment-reader.entity.js';
import { EnrollmentWriter, refuseTurn } from './enrollment-writer.service.js';
import { alreadyEnrolled, type Enrollment } from './enrollments.contract.js';
import { EnrollmentsService, type OwnEnrollment } from './enrollments.service.js';
import { endPause } from './life/pause-rows.js';

/** Who mentors a learner, by account id. */
interface Mentors {
  mentor: string | null;
  previousMentor: string | null;
}

/** Ends and resumes a preparation, and assigns its mentor. */
@Injectable()
export class EnrollmentChangesService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends the preparation without an exam; withdrawing again changes nothing. */
  async withdraw(learner: Person, id: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (enrollment.state === 'withdrawn') return this.enrollments.show(id);
    refuseTurn(enrollment.state, 'withdrawn');
    await this.writer.write(learner, id, { what: 'state', became: 'withdrawn', revises: true }, async (tx) => {
      await this.writer.turn(tx, enrollment, 'withdrawn');
      await endPause(tx, id, { endedOn: this.clock.today(enrollment), endedAt: this.writer.now(), endedBy: learner.id });
      await tx.update(EnrollmentEntity, { id }, { nextDueAt: null });
    });
    return this.enrollments.show(id);
  }

  /** Goes on where it was left, unless the learner has enrolled in the level anew meanwhile. */
  async takeWithdrawalBack(learner: Person, id: string): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    if (enrollment.state !== 'withdrawn') return this.enrollments.show(id);
    await this.writer
      .write(learner, id, { what: 'state', became: 'active', revises: true }, (tx) => this.writer.turn(tx, enrollment, 'active'))
      .catch((error: { constraint?: string }) => {
        if (error.constraint !== 'enrollment_once_a_level') throw error;
        throw new Problem(alreadyEnrolled, 'You have enrolled in this level anew since. Go on there.');
      });
    return this.enrollments.show(id);
  }

  /** Assigns a mentor, who may read the learner from then on; null assigns nobody. */
  async assignMentor(admin: Person, id: string, mentorId: string | null): Promise<Enrollment> {
    const [enrollment] = await this.enrollments.byIds([id]);
    if (!enrollment) throw new Problem(notFound, 'There is no such enrollment.');
    const change = { what: 'mentor', became: mentorId ?? 'nobody', revises: false } as const;
    const assign = async (tx: EntityManager) => {
      const before = await tx.findOneBy(EnrollmentReaderEntity, { enrollmentId: id, reason: 'assigned' });
      await tx.delete(EnrollmentReaderEntity, { enrollmentId: id, reason: 'assigned' });
      const grant = { enrollmentId: id, reason: 'assigned', grantedBy: admin.id, grantedAt: this.writer.now() };
      if (mentorId) await tx.insert(EnrollmentReaderEntity, { ...grant, mentorId });
      await this.recordMentor(tx, admin, enrollment, { mentor: mentorId, previousMentor: before?.mentorId ?? null });
    };
    await this.writer.write(admin, id, change, assign, async (tx) => {
      if (mentorId && !(await isActiveMentor(tx, mentorId)))
        throw new Problem(notAMentor, 'Choose someone with the account role mentor who is not deactivated.');
    });
    return this.enrollments.show(id);
  }

  private recordMentor(tx: EntityManager, by: Person, { id: enrollmentId, learnerId }: OwnEnrollment, { mentor, previousMentor }: Mentors): Promise<void> {
    const whose = { by, subject: learnerId, detail: { enrollmentId } };
    return this.audit.record(
      tx,
      mentor === null
        ? { act: 'mentor-unassigned', ...whose, involved: { previousMentor } }
        : { act: 'mentor-assigned', ...whose, involved: { mentor, previousMentor } },
    );
  }
}
