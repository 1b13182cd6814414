import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { AccountsService } from '../users/accounts.service.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentWriter } from './enrollment-writer.service.js';
import { alreadyEnrolled, certificationArchived, levelNotOpen, levelRetired, type Enrolling, type Enrollment } from './enrollments.contract.js';
import { EnrollmentsService } from './enrollments.service.js';
import { PACE_UNLESS_TOLD } from './pace.contract.js';
import { ExamDates } from './exam-dates.service.js';
import { refuseWeekWithoutTime } from './refusals.js';
import { asWeeklyMinutes } from './shown-enrollment.js';
import { AdmissionService } from './waivers/admission.service.js';

/** Enrolling in a level. */
@Injectable()
export class EnrollingService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly curriculum: CurriculumService,
    private readonly enrollments: EnrollmentsService,
    private readonly admission: AdmissionService,
    private readonly examDates: ExamDates,
    private readonly writer: EnrollmentWriter,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** @param key a UUID made on the device, which becomes the id: a repeat answers the enrollment as it stands now */
  async enroll(learner: Person, { levelId, examOn, availability }: Enrolling, key: string = uuidv7()): Promise<Enrollment> {
    if (await this.isRepeat(learner, key)) return this.enrollments.show(key);
    const level = await this.curriculum.levelContent(levelId);
    if (level.archived) throw new Problem(certificationArchived, `${level.certificationTitle} is archived. Choose another certification.`);
    if (level.retired) throw new Problem(levelRetired, `${level.title} is no longer offered. Choose another level.`);
    if (!level.open) throw new Problem(levelNotOpen, `${level.title} has no published skills yet, so nothing can be planned for it.`);
    await this.admission.refuseUnlessAdmitted(learner, level);
    refuseWeekWithoutTime(availability);
    const zone = await this.accounts.read(learner.id);
    const weeklyMinutes = asWeeklyMinutes(availability);
    const dates = this.examDates.forLevel(learner, examOn, level, { ...zone, weeklyMinutes, exceptions: {}, breaks: [], pace: PACE_UNLESS_TOLD });

    const { releaseId } = level;
    const row = {
      id: key,
      learnerId: learner.id,
      levelId,
      releaseId,
      startedOn: this.clock.today(zone),
      ...dates,
      weeklyMinutes,
      ...PACE_UNLESS_TOLD,
      nextDueAt: null,
    };
    await this.database.transaction((tx) => this.insert(tx, learner, row, level.title));
    for (const queue of ['plans', 'readiness', 'reminders'] as const) this.triggers.fire(queue);
    return this.enrollments.show(key);
  }

  private isRepeat(learner: Person, key: string): Promise<boolean> {
    return this.database.manager.existsBy(EnrollmentEntity, { id: key, learnerId: learner.id });
  }

  private async insert(
    tx: EntityManager,
    learner: Person,
    enrollment: Omit<EnrollmentEntity, 'state' | 'createdAt' | 'revision'>,
    title: string,
  ): Promise<void> {
    const createdAt = new Date(this.clock.now().epochMilliseconds);
    const row = { ...enrollment, state: 'active' as const, revision: 1, createdAt };
    const { raw } = await tx.createQueryBuilder().insert().into(EnrollmentEntity).values(row).orIgnore().returning('id').execute();
    // The unique index decides, so that two requests at once make one.
    if ((raw as unknown[]).length === 0) throw new Problem(alreadyEnrolled, `You prepare for ${title} already. Open it from Today.`);
    const { id, examOn, examSetAt } = enrollment;
    await this.writer.note(tx, learner, id, { what: 'enrolled', became: examSetAt ? examOn : `proposed ${examOn}`, revises: false });
    await this.worklist.mark(tx, 'reminder-rule', enrollment.learnerId);
  }
}
