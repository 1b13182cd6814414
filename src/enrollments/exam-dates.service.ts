import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import type { Person } from '../platform/auth/person.js';
import { Clock } from '../platform/time/clock.js';
import type { DayZone } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { EnrollmentEntity } from './enrollment.entity.js';
import type { OwnEnrollment } from './enrollments.service.js';
import { proposeExamDate } from './propose-exam-date.js';
import type { Pace } from './pace.contract.js';
import { refuseExamDate } from './refusals.js';
import type { StudyTime } from './study-time.js';

/** The exam date of an enrollment, and who chose it: nobody, for one that is proposed. */
export type SetExamDate = Pick<EnrollmentEntity, 'examOn' | 'examSetAt' | 'examSetBy'>;

/** Exam dates that are chosen, and those that are proposed until one is. */
@Injectable()
export class ExamDates {
  constructor(
    private readonly curriculum: CurriculumService,
    private readonly clock: Clock,
  ) {}

  /** @param examOn null for 'not yet' */
  async of(learner: Person, enrollment: OwnEnrollment, examOn: LocalDate | null): Promise<SetExamDate> {
    const level = examOn === null ? await this.curriculum.levelContent(enrollment.levelId, enrollment.releaseId) : undefined;
    return this.forLevel(learner, examOn, level, { ...enrollment });
  }

  /** @param level what is to be learnt; needed for a proposal only */
  forLevel(learner: Person, examOn: LocalDate | null, level: LevelContent | undefined, time: StudyTime & DayZone & { pace: Pace }): SetExamDate {
    const today = this.clock.today(time);
    if (examOn !== null) {
      refuseExamDate(examOn, today);
      return { examOn, examSetAt: new Date(this.clock.now().epochMilliseconds), examSetBy: learner.id };
    }
    const parts = [...(level?.skills ?? []), ...(level?.projects ?? [])];
    const neededMinutes = parts.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
    return { examOn: proposeExamDate({ neededMinutes, time, mostMinutesADay: time.pace.mostMinutesADay, today }), examSetAt: null, examSetBy: null };
  }

  /** Proposes another date, for who knows better what is left to do; a date that was chosen stays. The plan of the date is the caller's. */
  async propose(tx: EntityManager, enrollmentId: string, examOn: LocalDate): Promise<void> {
    await tx.query('update enrollment set exam_on = $2 where id = $1 and exam_set_at is null', [enrollmentId, examOn]);
  }
}
