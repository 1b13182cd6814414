import { Injectable } from '@nestjs/common';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { withStates } from './item-state.js';
import { planFacts, type PlanFacts, type StoredPlan } from './plan-facts.statement.js';
import { isFresh } from './plan-fit.js';
import { doneMinutes, planFor } from './plan-for.js';
import { leftOutParts } from './left-out/left-out-parts.js';
import { locksOf } from './plan-locks.js';
import { PlanMaker } from './plan-maker.service.js';
import type { PartLock } from './locks.contract.js';
import type { FixedDate, Plan, PlanItem } from './plans.contract.js';

/** Of a plan whose exam date has come. */
const OVER = { slackMinutes: 0, earliestFinishOn: null, bufferDays: 0, reviewsLeftOut: 0 };

@Injectable()
export class PlansService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly statements: Statements,
    private readonly curriculum: CurriculumService,
    private readonly maker: PlanMaker,
    private readonly clock: Clock,
  ) {}

  /** The plan, made first where the worker has not come to it yet. */
  async read(person: Person, enrollmentId: string): Promise<Plan> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const facts = await this.current(enrollment);
    const { plan, items, logged, fixedDates, openProposalId, undoableProposalId } = facts;
    const level = await this.levelOf(enrollment);
    const leftOut = leftOutParts(level, facts.leftOut);
    const today = this.clock.today(enrollment);
    const madeAt = new Date(plan.madeAt).toISOString();
    // A date that is only proposed may have moved as the plan was made.
    const { examOn } = plan;
    const sums = today < examOn ? this.sumsNow({ ...enrollment, examOn }, level, facts, today) : OVER;
    return { ...plan, ...sums, enrollmentId, today, madeAt, items: withStates(items, logged, today), leftOut, fixedDates, openProposalId, undoableProposalId };
  }

  /** What is left and what time there is at this moment: a plan keeps the sums of the day it was made, and every log takes from both. */
  private sumsNow(enrollment: OwnEnrollment, level: LevelContent, facts: PlanFacts, today: LocalDate) {
    const { neededMinutes, availableMinutes, missingMinutes, feasible, waysOut, ...rest } = planFor(enrollment, level, facts, plainDate(today));
    const { slackMinutes, earliestFinishOn, bufferDays, reviewsLeftOut } = rest;
    return { neededMinutes, availableMinutes, missingMinutes, feasible, waysOut, slackMinutes, earliestFinishOn, bufferDays, reviewsLeftOut };
  }

  /** Of each part why it is locked, if it is. */
  async locks(person: Person, enrollmentId: string): Promise<{ items: PartLock[] }> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const [{ items, logged, finishedProjectIds, handedInProjectIds, leftOut }, level] = [await this.current(enrollment), await this.levelOf(enrollment)];
    const today = this.clock.today(enrollment);
    return {
      items: locksOf(level, {
        done: doneMinutes(logged),
        finishedProjectIds,
        handedInProjectIds,
        items: withStates(items, logged, today),
        leftOutIds: leftOut.map(({ partId }) => partId),
        today,
      }),
    };
  }

  levelOf({ levelId, releaseId }: OwnEnrollment): Promise<LevelContent> {
    return this.curriculum.levelContent(levelId, releaseId);
  }

  /** The stored plan's items and fixed dates, and when it was made; undefined before the first. The caller has checked that it may be read. */
  async asItStands(enrollmentId: string, today: LocalDate): Promise<{ items: PlanItem[]; fixedDates: FixedDate[]; madeMs: number } | undefined> {
    const { plan, items, logged, fixedDates } = await this.facts(enrollmentId);
    return plan ? { items: withStates(items, logged, today), fixedDates, madeMs: Date.parse(plan.madeAt) } : undefined;
  }

  /** Sees to it that there is a plan, made for the enrollment as it stands and for the learner's today. */
  async ensure(enrollment: OwnEnrollment): Promise<void> {
    await this.current(enrollment);
  }

  /** Everything a plan is made from, with a plan that fits. */
  async current(enrollment: OwnEnrollment): Promise<PlanFacts & { plan: StoredPlan }> {
    const facts = await this.facts(enrollment.id);
    if (facts.plan && isFresh(facts.plan, enrollment, this.clock.now().epochMilliseconds)) return { ...facts, plan: facts.plan };
    await this.maker.look(enrollment.id);
    const made = await this.facts(enrollment.id);
    if (!made.plan) throw new Error(`no plan could be made for the enrollment ${enrollment.id}`);
    return { ...made, plan: made.plan };
  }

  private async facts(enrollmentId: string): Promise<PlanFacts> {
    const [row] = await this.statements.run<{ facts: PlanFacts }>(planFacts, [enrollmentId]);
    if (!row) throw new Error('a statement without a from clause gives one row');
    return row.facts;
  }
}
