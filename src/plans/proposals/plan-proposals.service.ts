import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Statements } from '../../platform/database/statements.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import type { Asked } from '../plan-for.js';
import { leftOutParts } from '../left-out/left-out-parts.js';
import { refuseUnlessParts } from '../left-out/left-out-rows.js';
import { PlanGround } from '../plan-ground.service.js';
import { PlansService } from '../plans.service.js';
import { openStudyOf, remadePlan, type PlannedStudy, type PlanSnapshot, type RemadePlan } from '../remade-plan.js';
import { askedOf, refuseUnplannable } from './asked-change.js';
import { saveProposal } from './proposal-rows.js';
import type { PlanChange, PlanChangeReason, PlanProposal, PlanProposalRow } from './proposals.contract.js';
import { oneProposal, pageOfProposals, shownProposal, shownRow, type ProposalRow } from './shown-proposal.js';

/** A plan that might be, with what of it and of the present one is still to be done. */
export interface PreviewedPlan extends RemadePlan {
  openBefore: PlannedStudy[] | null;
  openAfter: PlannedStudy[];
}

/** Plans that might be: worked out, shown, and kept to be decided. Nothing here changes a plan. */
@Injectable()
export class PlanProposalsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly ground: PlanGround,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Works the plan out anew; a proposal that was open makes way.
   *
   * @param asked what a feature above knows beside it: replanning by gain is readiness' to ask for
   */
  async propose(learner: Person, enrollmentId: string, change: PlanChange, reason?: PlanChangeReason, asked: Asked = {}): Promise<PlanProposal> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    refuseUnplannable(enrollment, change, this.clock.today(enrollment));
    await this.plans.ensure(enrollment);
    const changesEnrollment = Object.values(change).some((value) => value !== undefined);
    const id = await this.ground.alone(enrollmentId, async (ground) => {
      refuseUnlessParts(ground.level, change.leaveOut);
      const remade = remadePlan(ground.enrollment, ground.level, ground.facts, ground.today, { ...askedOf(change), ...asked });
      const { examOn, examDateIsProposed, weeklyMinutes, pace } = ground.enrollment;
      const previous = {
        examOn,
        examDateIsProposed,
        weeklyMinutes: [...weeklyMinutes],
        pace,
        leaveOut: leftOutParts(ground.level, ground.facts.leftOut).map(({ partId }) => partId),
      };
      // Of a date that was to be proposed the proposal is what is kept.
      const kept = { ...change, ...(change.examOn === null && { examOn: remade.plan.examOn }), previous };
      const why = reason ?? (changesEnrollment ? 'what-if' : 'on-demand');
      return saveProposal(ground, remade, { reason: why, state: 'proposed', by: learner.id, change: changesEnrollment ? kept : null });
    });
    return this.show(enrollmentId, id ?? '');
  }

  async list(person: Person, enrollmentId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    await this.enrollments.readableBy(person, enrollmentId);
    const [before] = readCursor(cursor, 1) ?? [null];
    const rows = await this.statements.run<ProposalRow>(pageOfProposals, [enrollmentId, before, limit + 1]);
    const items: PlanProposalRow[] = rows.slice(0, limit).map(shownRow);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null };
  }

  async read(person: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    await this.enrollments.readableBy(person, enrollmentId);
    return this.show(enrollmentId, id);
  }

  /** As the API shows it, to whoever was let in already. */
  async show(enrollmentId: string, id: string): Promise<PlanProposal> {
    return shownProposal(await this.row(enrollmentId, id));
  }

  async row(enrollmentId: string, id: string): Promise<ProposalRow> {
    const [row] = await this.statements.run<ProposalRow>(oneProposal, [enrollmentId, id]);
    if (!row) throw new Problem(notFound, 'There is no such change of this plan. The oldest ones are not kept.');
    return row;
  }

  /** The plan as it stands and as it would be, for features that say what it would lead to. Stores nothing but a plan that was not made yet. */
  async preview(person: Person, enrollmentId: string, trial: PlanChange, asked: Asked = {}): Promise<PreviewedPlan> {
    const enrollment = await this.enrollments.readableBy(person, enrollmentId);
    const today = this.clock.today(enrollment);
    refuseUnplannable(enrollment, trial, today);
    const [facts, level] = [await this.plans.current(enrollment), await this.plans.levelOf(enrollment)];
    refuseUnlessParts(level, trial.leaveOut);
    // A date that is only proposed may have moved as the plan was made.
    const remade = remadePlan({ ...enrollment, examOn: facts.plan.examOn }, level, facts, today, { ...askedOf(trial), ...asked });
    const open = (snapshot: PlanSnapshot) => openStudyOf(snapshot, facts.logged, today);
    return { ...remade, openBefore: remade.before && open(remade.before), openAfter: open(remade.after) };
  }
}
