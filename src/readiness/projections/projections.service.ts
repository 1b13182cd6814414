import { Injectable } from '@nestjs/common';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { PlanProposalsService } from '../../plans/proposals/plan-proposals.service.js';
import type { PlanChange, PlanProposal } from '../../plans/proposals/proposals.contract.js';
import { whatIfOf } from '../../plans/proposals/what-if.js';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import { ProgressService } from '../../progress/progress.service.js';
import { knownOf } from '../computed.js';
import { aheadOf, walk, type Walker } from '../forecast/walk.js';
import { gainsAnHour } from '../next-actions.js';
import { dayNumber, shapeOf, type LevelShape } from '../score/basis.js';
import { readinessAt } from '../score/readiness-model.js';
import { nothingGains, type ProjectedReadiness, type ProjectedWhatIf } from './projections.contract.js';

interface Standing {
  level: LevelShape;
  start: Walker;
}

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
    const standing = await this.standing(person, enrollmentId);
    const { before, after, openBefore, openAfter } = remade;
    return {
      ...whatIfOf(remade),
      readiness: {
        before: before && projected(standing, before.plan.examOn, openBefore ?? []),
        after: projected(standing, after.plan.examOn, openAfter),
      },
    };
  }

  /** The order of skills is by points of the score that an hour of each gains today. */
  async proposeByGain(learner: Person, enrollmentId: string): Promise<PlanProposal> {
    const { level, start } = await this.standing(learner, enrollmentId);
    const gains = gainsAnHour(level, start.basis, start.basis.day);
    if (Object.values(gains).every((points) => points <= 0)) throw new Problem(nothingGains, 'Everything of this level is studied in full and fresh.');
    return this.proposals.propose(learner, enrollmentId, {}, 'by-gain', { gains });
  }

  /** As all that is known says it at this moment, whatever the worker has come to. */
  private async standing(person: Person, enrollmentId: string): Promise<Standing> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const level = await this.curriculum.levelContent(enrollment.levelId, enrollment.releaseId);
    const [facts] = await this.progress.facts([enrollmentId]);
    if (!facts) throw new Error(`There is no progress of enrollment ${enrollmentId}`);
    return { level: shapeOf(level), start: knownOf(enrollment, level, facts, [], plainDate(this.clock.today(enrollment))) };
  }
}

function projected({ level, start }: Standing, examOn: LocalDate, open: readonly PlannedStudy[]): ProjectedReadiness {
  const [result] = walk(level, start, open.map(aheadOf), [dayNumber(plainDate(examOn))], ({ basis }, day) => readinessAt(level, basis, day));
  const { score, low, high, band } = result!;
  return { on: examOn, score, low, high, band };
}
