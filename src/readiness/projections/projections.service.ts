import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { PlanProposalsService } from '../../plans/proposals/plan-proposals.service.js';
import type { PlanChange, PlanProposal } from '../../plans/proposals/proposals.contract.js';
import { whatIfOf } from '../../plans/proposals/what-if.js';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import { ProgressService } from '../../progress/progress.service.js';
import { learnerHistory } from '../learner-history.js';
import { gainsAnHour } from '../next-actions.js';
import { readinessOf, type LearnerHistory } from '../readiness-model.js';
import { projectedHistory } from './projected.js';
import { nothingGains, type ProjectedReadiness, type ProjectedWhatIf } from './projections.contract.js';

/** Where plans lead: readiness on the exam date, and plans that readiness shapes. */
@Injectable()
export class ProjectionsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly progress: ProgressService,
    private readonly proposals: PlanProposalsService,
    private readonly clock: Clock,
  ) {}

  async tryPlan(person: Person, enrollmentId: string, trial: PlanChange): Promise<ProjectedWhatIf> {
    const remade = await this.proposals.preview(person, enrollmentId, trial);
    const { history } = await this.known(person, enrollmentId);
    const { before, after, openBefore, openAfter } = remade;
    return {
      ...whatIfOf(remade),
      readiness: {
        before: before && projected(history, before.plan.examOn, openBefore ?? []),
        after: projected(history, after.plan.examOn, openAfter),
      },
    };
  }

  /** The order of skills is by points of the score that an hour of each gains today. */
  async proposeByGain(learner: Person, enrollmentId: string): Promise<PlanProposal> {
    const { history, today } = await this.known(learner, enrollmentId);
    const gains = gainsAnHour(history, today);
    if (Object.values(gains).every((points) => points <= 0)) throw new Problem(nothingGains, 'Everything of this level is studied in full and fresh.');
    return this.proposals.propose(learner, enrollmentId, {}, 'by-gain', { gains });
  }

  private async known(person: Person, enrollmentId: string): Promise<{ history: LearnerHistory; today: Temporal.PlainDate }> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const level = await this.curriculum.levelContent(enrollment.levelId, enrollment.releaseId);
    const [facts] = await this.progress.facts([enrollmentId]);
    if (!facts) throw new Error(`There is no progress of enrollment ${enrollmentId}`);
    return { history: learnerHistory(level, facts), today: Temporal.PlainDate.from(this.clock.today(enrollment)) };
  }
}

function projected(history: LearnerHistory, examOn: LocalDate, open: readonly PlannedStudy[]): ProjectedReadiness {
  const on = Temporal.PlainDate.from(examOn);
  const { score, low, high, band } = readinessOf(projectedHistory(history, open, on), on);
  return { on: on.toString(), score, low, high, band };
}
