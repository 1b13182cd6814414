import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WEEKDAYS, type Availability } from '../../enrollments/enrollments.contract.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import { PlanTermsService, type PlanTerms } from '../../enrollments/plan-terms.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { keepLeftOut } from '../left-out/left-out-rows.js';
import { countChanges } from '../plan-diff.js';
import { PlanGround, type Ground } from '../plan-ground.service.js';
import { PlanMaker } from '../plan-maker.service.js';
import { FOLLOWS } from '../plan-reason.js';
import { saveItems, unpin } from '../plan-rows.js';
import { withStates } from '../item-state.js';
import { against, remadePlan, type PlanSnapshot } from '../remade-plan.js';
import { PlanProposalsService } from './plan-proposals.service.js';
import { basisOf } from './proposal-rows.js';
import { planNotUndoable, proposalDecided, proposalOutOfDate, type PlanProposal } from './proposals.contract.js';
import type { ProposalRow, StoredChange } from './shown-proposal.js';
import { undoneItems } from './undone-items.js';

/** Decides about suggested changes: accepts one, declines it, or undoes it. Each decision is one transaction. */
@Injectable()
export class PlanDecisionsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly terms: PlanTermsService,
    private readonly proposals: PlanProposalsService,
    private readonly ground: PlanGround,
    private readonly maker: PlanMaker,
    private readonly triggers: Triggers,
  ) {}

  /** Accepting again changes nothing. */
  async accept(learner: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    const row = await this.proposals.row(enrollmentId, id);
    await this.ground.alone(enrollmentId, async (ground) => {
      const state = await stateOf(ground, id);
      if (state === 'accepted') return;
      await this.refuseUnlessOpen(ground, id);
      if (row.change) await this.acceptWith(ground, learner, row, row.change);
      else await this.makePlan(ground, row, row.after, learner);
    });
    this.wakeWorkers(row);
    return this.proposals.show(enrollmentId, id);
  }

  /** Changes the enrollment, then makes the plan for what it is now. */
  private async acceptWith(ground: Ground, learner: Person, row: ProposalRow, change: StoredChange): Promise<void> {
    const { leaveOut } = change;
    const changed = await this.changeEnrollment(ground, learner, change, leaveOut);
    const remade = against(remadePlan(changed.enrollment, changed.level, changed.facts, changed.today, { ...(leaveOut && { leaveOut }) }), row.before);
    const values = [JSON.stringify(remade.after), JSON.stringify(countChanges(remade.diff)), row.id];
    await changed.tx.query('update plan_proposal set after = $1, counts = $2 where id = $3', values);
    await this.makePlan(changed, row, remade.after, learner);
  }

  async discard(learner: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    const { state } = await this.proposals.row(enrollmentId, id);
    if (state === 'accepted' || state === 'undone')
      throw new Problem(proposalDecided, `It was ${state} already. Undo it instead, if it is the newest one.`, { state });
    await this.ground.alone(enrollmentId, ({ tx, now }) =>
      tx.query(`update plan_proposal set state = 'discarded', decided_at = $2, decided_by = $3 where id = $1 and state = 'proposed'`, [id, now, learner.id]),
    );
    return this.proposals.show(enrollmentId, id);
  }

  /** Undoing again changes nothing. */
  async undo(learner: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    const row = await this.proposals.row(enrollmentId, id);
    await this.ground.alone(enrollmentId, async (ground) => {
      const state = await stateOf(ground, id);
      if (state === 'undone') return;
      await this.refuseUnlessUndoable(ground, row, state);
      const before = row.change && termsBefore(row.change);
      const restored = before ? await this.changeEnrollment(ground, learner, before, row.change?.leaveOut && (row.change.previous.leaveOut ?? [])) : ground;
      await this.takeBack(restored, row, learner);
    });
    this.wakeWorkers(row);
    return this.proposals.show(enrollmentId, id);
  }

  private async refuseUnlessOpen(ground: Ground, id: string): Promise<void> {
    const [now] = await ground.tx.query<{ state: string; basis: string }[]>('select state, basis from plan_proposal where id = $1', [id]);
    if (now?.state !== 'proposed') throw new Problem(proposalDecided, `It was ${now?.state ?? 'let go'} already. Ask for another proposal.`);
    if (now.basis !== basisOf(ground)) throw new Problem(proposalOutOfDate, 'Something was logged or changed since. Ask for another proposal.');
  }

  private async refuseUnlessUndoable({ tx, enrollment, today }: Ground, row: ProposalRow, state: string | undefined): Promise<void> {
    if (state !== 'accepted') throw new Problem(planNotUndoable, `It was ${state ?? 'deleted'}, so there is nothing to undo.`, { state });
    if (FOLLOWS.includes(row.reason))
      throw new Problem(planNotUndoable, 'The plan followed a change of the enrollment. Change that back, and the plan follows again.');
    const [newest] = await tx.query<{ id: string }[]>(
      `select id from plan_proposal where enrollment_id = $1 and state = 'accepted' order by decided_at desc, id desc limit 1`,
      [enrollment.id],
    );
    if (newest?.id !== row.id) throw new Problem(planNotUndoable, 'A later change stands on this one. Undo that first.', { newest: newest?.id });
    if (enrollment.state !== 'active' || row.before.plan.examOn <= today) throw new Problem(planNotUndoable, 'The days of that plan are over.');
  }

  private async makePlan(ground: Ground, { id }: ProposalRow, { plan, items }: PlanSnapshot, learner: Person): Promise<void> {
    const { tx, enrollment, facts, today, now, dueAt } = ground;
    const stays = new Set(items.map((item) => item.id));
    const goneIds = facts.items.filter((item) => item.date >= today && !stays.has(item.id)).map((item) => item.id);
    await this.maker.save(tx, enrollment, { ...plan, madeAt: now, plannedFrom: today, nextDueAt: dueAt });
    await saveItems(tx, enrollment.id, { items, goneIds });
    await decide(tx, `state = 'accepted', decided_at = $2, decided_by = $3`, id, now, learner);
  }

  private async takeBack(ground: Ground, { id, before }: ProposalRow, learner: Person): Promise<void> {
    const { tx, enrollment, facts, today, now, dueAt } = ground;
    const { plan, items } = before;
    await this.maker.save(tx, enrollment, { ...plan, madeAt: now, nextDueAt: dueAt });
    await saveItems(tx, enrollment.id, undoneItems(withStates(facts.items, facts.logged, today), items, today));
    await unpin(
      tx,
      enrollment.id,
      items.filter(({ pinned }) => !pinned).map((item) => item.id),
    );
    await decide(tx, `state = 'undone', undone_at = $2, undone_by = $3`, id, now, learner);
  }

  /** The enrollment changes in the transaction that makes the plan for it, so that a failure leaves both as they were. */
  private async changeEnrollment(ground: Ground, learner: Person, terms: PlanTerms, leaveOut: string[] | undefined): Promise<Ground> {
    await this.terms.changeIn(ground.tx, learner, ground.enrollment, terms, ground.level);
    const changed = await this.ground.reread(ground);
    if (leaveOut) await keepLeftOut(changed, leaveOut, learner.id);
    return changed;
  }

  /** Changing the enrollment has marked work for these queues. */
  private wakeWorkers({ change }: ProposalRow): void {
    if (change) for (const queue of ['plans', 'readiness'] as const) this.triggers.fire(queue);
  }
}

async function stateOf({ tx }: Ground, id: string): Promise<string | undefined> {
  const [now] = await tx.query<{ state: string }[]>('select state from plan_proposal where id = $1', [id]);
  return now?.state;
}

const decide = (tx: EntityManager, set: string, id: string, now: string, { id: by }: Person) =>
  tx.query(`update plan_proposal set ${set} where id = $1`, [id, now, by]);

function termsBefore({ examOn, availability, pace, previous }: StoredChange): PlanTerms {
  const week = Object.fromEntries(WEEKDAYS.map((day, i) => [day, previous.weeklyMinutes[i] ?? 0])) as Availability;
  return {
    ...(examOn && { examOn: previous.examOn, isProposed: previous.examDateIsProposed }),
    ...(availability && { availability: week }),
    ...(pace && { pace: previous.pace }),
  };
}
