import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ExamDates } from '../enrollments/exam-dates.service.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Signals } from '../platform/queue/signals.js';
import { withStates } from './item-state.js';
import { isMadeFor, isOutOfStep, remainingMinutes } from './plan-fit.js';
import { doneMinutes, leftOutIds } from './plan-for.js';
import { PlanGround, type Ground } from './plan-ground.service.js';
import { whyNotHolding } from './plan-reason.js';
import { lookAgainAt, saveItems, savePlan, type PlanRow } from './plan-rows.js';
import type { PlanChangeReason } from './proposals/proposals.contract.js';
import { lastSaid, saveProposal } from './proposals/proposal-rows.js';
import { against, changesAnything, remadePlan, snapshotOf, type RemadePlan } from './remade-plan.js';

/** Makes plans where there is none, or where the one there is fits no longer. */
@Injectable()
export class PlanMaker {
  constructor(
    private readonly ground: PlanGround,
    private readonly examDates: ExamDates,
    private readonly signals: Signals,
  ) {}

  /** Looks at the plan of one enrollment, and makes it where that is needed. Does nothing for an enrollment that is gone. */
  async look(enrollmentId: string): Promise<void> {
    const isThere = await this.ground.alone(enrollmentId, async (ground) => {
      if (fits(ground)) await lookAgainAt(ground.tx, enrollmentId, ground.dueAt);
      else await this.roll(ground);
      return true;
    });
    if (isThere) this.signals.say('plan-made', enrollmentId);
  }

  /**
   * Makes the plan anew without asking: missed work rolls on. Only where that would cost the goal, or where the learner took the last
   * change back, it is a question, which is asked once; the plan stays as it is until it is decided.
   */
  private async roll(ground: Ground): Promise<void> {
    const { tx, enrollment, facts, dueAt } = ground;
    const reason = facts.plan && whyNotHolding(facts.plan, enrollment, withStates(facts.items, facts.logged, ground.today), ground.today);
    const remade = remadeFor(ground, reason);
    if (!facts.plan || !reason) return this.apply(ground, remade);
    const ofItself = reason === 'missed-work' || reason === 'work-changed';
    const said = ofItself ? await lastSaid(tx, enrollment.id) : null;
    const losesTheGoal = facts.plan.feasible && !remade.plan.feasible;
    if (!ofItself || (!losesTheGoal && said === null)) return this.apply(ground, remade, { reason, by: null });
    if (said !== 'discarded' && changesAnything(remade)) await saveProposal(ground, remade, { reason, state: 'proposed', by: null });
    await lookAgainAt(tx, enrollment.id, dueAt);
  }

  /** Makes it the plan, and keeps what was before where that is another. */
  async apply(ground: Ground, remade: RemadePlan, change?: { reason: PlanChangeReason; by: string | null }): Promise<void> {
    const { tx, enrollment, today, now, dueAt } = ground;
    if (change && changesAnything(remade)) await saveProposal(ground, remade, { ...change, state: 'accepted' });
    await this.save(tx, enrollment, { ...remade.plan, madeAt: now, plannedFrom: today, nextDueAt: dueAt });
    await saveItems(tx, enrollment.id, remade.changes);
  }

  /** Keeps it as the plan of the enrollment; a date that is only proposed is the one the plan leads to. */
  async save(tx: EntityManager, enrollment: OwnEnrollment, plan: PlanRow): Promise<void> {
    await savePlan(tx, enrollment, plan);
    if (plan.examOn !== enrollment.examOn) await this.examDates.propose(tx, enrollment.id, plan.examOn);
  }

  /** Makes the rest of a plan anew around what a person did to it by hand; `ground` has that already, `before` is the plan without it. */
  async makeRoom(ground: Ground, by: string, before: Ground['facts']): Promise<void> {
    const remade = remadePlan(ground.enrollment, ground.level, ground.facts, ground.today);
    await this.apply(ground, against(remade, snapshotOf(before, ground.today)), { reason: 'by-hand', by });
  }
}

/** As long as nobody has chosen the exam date, it follows another week and what no longer fits. */
function remadeFor({ enrollment, level, facts, today }: Ground, reason: PlanChangeReason | null): RemadePlan {
  const asItIs = remadePlan(enrollment, level, facts, today);
  if (!enrollment.examDateIsProposed || (reason !== 'availability-changed' && asItIs.plan.feasible)) return asItIs;
  return remadePlan(enrollment, level, facts, today, { examOn: null });
}

function fits({ enrollment, level, facts, today, canBeMissed }: Ground): boolean {
  const { plan, items, logged, finishedProjectIds } = facts;
  if (!plan || !isMadeFor(plan, enrollment)) return false;
  if (facts.again.some(({ setAt }) => Date.parse(setAt) > Date.parse(plan.madeAt))) return false;
  if (!canBeMissed) return true;
  const remaining = remainingMinutes(level, doneMinutes(logged, facts.again), finishedProjectIds, leftOutIds(facts));
  return !isOutOfStep(plan, withStates(items, logged, today), remaining, finishedProjectIds, today);
}
