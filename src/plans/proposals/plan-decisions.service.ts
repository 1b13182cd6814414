import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { EnrollmentChangesService } from '../../enrollments/enrollment-changes.service.js';
import { WEEKDAYS, type Availability } from '../../enrollments/enrollments.contract.js';
import { EnrollmentsService, type OwnEnrollment } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
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
import { planNotUndoable, proposalDecided, proposalOutOfDate, type PlanChange, type PlanProposal } from './proposals.contract.js';
import type { ProposalRow, StoredChange } from './shown-proposal.js';
import { undoneItems } from './undone-items.js';

/** Decides about proposals: makes one the plan, leaves it, or takes back what was made. */
@Injectable()
export class PlanDecisionsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly proposals: PlanProposalsService,
    private readonly ground: PlanGround,
    private readonly maker: PlanMaker,
    private readonly modules: ModuleRef,
  ) {}

  async accept(learner: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    const row = await this.proposals.row(enrollmentId, id);
    if (row.state === 'accepted') return this.proposals.show(enrollmentId, id);
    const since = await this.ground.alone(enrollmentId, async (ground) => {
      await this.refuseUnlessOpen(ground, id);
      if (row.change === null) await this.makePlan(ground, row, row.after, learner);
      return ground.now;
    });
    if (row.change && since) await this.acceptWith(learner, enrollment, row, row.change, since);
    return this.proposals.show(enrollmentId, id);
  }

  /** The enrollment changes first, in its own way; then the plan is made for what it is now. */
  private async acceptWith(learner: Person, enrollment: OwnEnrollment, row: ProposalRow, change: StoredChange, since: string): Promise<void> {
    await this.changeEnrollment(learner, enrollment, change);
    await this.ground.alone(enrollment.id, async (ground) => {
      const { leaveOut } = change;
      if (leaveOut) await keepLeftOut(ground, leaveOut, learner.id);
      const remade = against(remadePlan(ground.enrollment, ground.level, ground.facts, ground.today, { ...(leaveOut && { leaveOut }) }), row.before);
      const values = [JSON.stringify(remade.after), JSON.stringify(countChanges(remade.diff)), row.id];
      await ground.tx.query('update plan_proposal set after = $1, counts = $2 where id = $3', values);
      await this.makePlan(ground, row, remade.after, learner);
      await forgetFollowing(ground.tx, enrollment.id, since);
    });
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

  async undo(learner: Person, enrollmentId: string, id: string): Promise<PlanProposal> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    const row = await this.proposals.row(enrollmentId, id);
    if (row.state === 'undone') return this.proposals.show(enrollmentId, id);
    const since = await this.ground.alone(enrollmentId, async (ground) => {
      await this.refuseUnlessUndoable(ground, row);
      return ground.now;
    });
    if (row.change) await this.changeEnrollment(learner, enrollment, asItWas(row.change));
    await this.ground.alone(enrollmentId, async (ground) => {
      if (row.change?.leaveOut) await keepLeftOut(ground, row.change.previous.leaveOut ?? [], learner.id);
      await this.takeBack(ground, row, learner);
      if (row.change && since) await forgetFollowing(ground.tx, enrollmentId, since);
    });
    return this.proposals.show(enrollmentId, id);
  }

  private async refuseUnlessOpen(ground: Ground, id: string): Promise<void> {
    const [now] = await ground.tx.query<{ state: string; basis: string }[]>('select state, basis from plan_proposal where id = $1', [id]);
    if (now?.state !== 'proposed') throw new Problem(proposalDecided, `It was ${now?.state ?? 'let go'} already. Ask for another proposal.`);
    if (now.basis !== basisOf(ground)) throw new Problem(proposalOutOfDate, 'Something was logged or changed since. Ask for another proposal.');
  }

  private async refuseUnlessUndoable({ tx, enrollment, today }: Ground, row: ProposalRow): Promise<void> {
    if (row.state !== 'accepted') throw new Problem(planNotUndoable, `It was ${row.state}, so there is nothing to take back.`, { state: row.state });
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

  private async changeEnrollment(learner: Person, { id }: OwnEnrollment, { examOn, availability, pace }: PlanChange): Promise<void> {
    // Enrollments' own use case; that module keeps it to itself.
    const changes = this.modules.get(EnrollmentChangesService, { strict: false });
    if (availability) await changes.changeWeek(learner, id, availability);
    if (pace) await changes.changePace(learner, id, pace);
    if (examOn) await changes.moveExam(learner, id, examOn);
  }
}

/** While a change of the enrollment is decided, whoever looks at the plan follows it already; what is decided says the same, and stands alone. */
const forgetFollowing = (tx: EntityManager, enrollmentId: string, since: string) =>
  tx.query('delete from plan_proposal where enrollment_id = $1 and made_by is null and reason = any($2::text[]) and made_at >= $3', [
    enrollmentId,
    FOLLOWS,
    since,
  ]);

const decide = (tx: EntityManager, set: string, id: string, now: string, { id: by }: Person) =>
  tx.query(`update plan_proposal set ${set} where id = $1`, [id, now, by]);

function asItWas({ examOn, availability, pace, previous }: StoredChange): PlanChange {
  const week = Object.fromEntries(WEEKDAYS.map((day, i) => [day, previous.weeklyMinutes[i] ?? 0])) as Availability;
  return { ...(examOn && { examOn: previous.examOn }), ...(availability && { availability: week }), ...(pace && { pace: previous.pace }) };
}
