import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LevelContent } from '../curriculum/level-content.js';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentWriter, refuseUnlessPlannable, type Change } from './enrollment-writer.service.js';
import { stateForbids, type Availability, type Enrollment } from './enrollments.contract.js';
import { EnrollmentsService, type OwnEnrollment } from './enrollments.service.js';
import { ExamDates, type SetExamDate } from './exam-dates.service.js';
import type { Pace } from './pace.contract.js';
import { refuseWeekWithoutTime } from './refusals.js';
import { asWeeklyMinutes } from './shown-enrollment.js';

/** What a plan is made for. What is absent stays as it is. */
export interface PlanTerms {
  /** Null proposes a date; `isProposed` sets a date back that nobody chose. */
  examOn?: LocalDate | null | undefined;
  isProposed?: boolean | undefined;
  availability?: Availability | undefined;
  pace?: Pace | undefined;
}

/** One term: the columns to set and the line for the history. */
interface Step {
  change: Change;
  set: Partial<Pick<EnrollmentEntity, 'weeklyMinutes'> & SetExamDate & Pace>;
}

/** Changes what a plan is made for: the exam date, the usual week and the pace. */
@Injectable()
export class PlanTermsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly examDates: ExamDates,
  ) {}

  /** @param examOn null for 'not yet': a date is proposed */
  async moveExam(learner: Person, id: string, examOn: LocalDate | null): Promise<Enrollment> {
    const enrollment = await this.enrollments.ownedBy(learner, id);
    refuseUnlessExamCanMove(enrollment);
    return this.write(learner, id, examStep(examOn, await this.examDates.of(learner, enrollment, examOn)));
  }

  async changeWeek(learner: Person, id: string, availability: Availability): Promise<Enrollment> {
    refuseUnlessPlannable(await this.enrollments.ownedBy(learner, id));
    return this.write(learner, id, weekStep(availability));
  }

  async changePace(learner: Person, id: string, pace: Pace): Promise<Enrollment> {
    refuseUnlessPlannable(await this.enrollments.ownedBy(learner, id));
    return this.write(learner, id, paceStep(pace));
  }

  /**
   * Changes several terms in a transaction that the caller began, with the enrollment locked in it. The caller makes the plan for them and
   * fires the triggers after the commit.
   *
   * @param level the level that the enrollment is in, for an exam date that is proposed
   * @throws Problem if the state, the date or the week can't be
   */
  async changeIn(tx: EntityManager, learner: Person, enrollment: OwnEnrollment, terms: PlanTerms, level: LevelContent): Promise<void> {
    refuseUnlessPlannable(enrollment);
    for (const { set, change } of this.steps(learner, enrollment, terms, level)) {
      await tx.update(EnrollmentEntity, { id: enrollment.id }, set);
      await this.writer.note(tx, learner, enrollment.id, change);
    }
  }

  private steps(learner: Person, enrollment: OwnEnrollment, { examOn, isProposed, availability, pace }: PlanTerms, level: LevelContent): Step[] {
    const steps: Step[] = [];
    if (availability) steps.push(weekStep(availability));
    if (pace) steps.push(paceStep(pace));
    if (examOn === undefined) return steps;
    refuseUnlessExamCanMove(enrollment);
    const time = { ...enrollment, ...(availability && { weeklyMinutes: asWeeklyMinutes(availability) }), ...(pace && { pace }) };
    const chosen = this.examDates.forLevel(learner, examOn, level, time);
    return [...steps, examStep(isProposed ? null : examOn, isProposed ? { ...chosen, examSetAt: null, examSetBy: null } : chosen)];
  }

  private async write(learner: Person, id: string, { set, change }: Step): Promise<Enrollment> {
    await this.writer.write(learner, id, change, (tx) => tx.update(EnrollmentEntity, { id }, set));
    return this.enrollments.show(id);
  }
}

const examStep = (examOn: LocalDate | null, dates: SetExamDate): Step => ({
  change: { what: 'exam-date', became: examOn ?? `proposed ${dates.examOn}`, revises: true },
  set: dates,
});

function weekStep(availability: Availability): Step {
  refuseWeekWithoutTime(availability);
  const weeklyMinutes = asWeeklyMinutes(availability);
  return { change: { what: 'availability', became: weeklyMinutes.join(' '), revises: true }, set: { weeklyMinutes } };
}

const paceStep = (pace: Pace): Step => ({
  change: { what: 'pace', became: `${pace.mostMinutesADay ?? 'any'} ${pace.shortestSessionMinutes}`, revises: true },
  set: pace,
});

function refuseUnlessExamCanMove(enrollment: OwnEnrollment): void {
  refuseUnlessPlannable(enrollment);
  if (enrollment.state === 'failed')
    throw new Problem(stateForbids, 'The exam was not passed. Set a retake, and the enrollment is active again.', { state: 'failed' });
}
