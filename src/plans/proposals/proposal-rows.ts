import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { countChanges } from '../plan-diff.js';
import type { Ground } from '../plan-ground.service.js';
import type { RemadePlan } from '../remade-plan.js';
import type { PlanChangeReason } from './proposals.contract.js';
import type { StoredChange } from './shown-proposal.js';

/** Changes of a plan that are kept, and so may be undone; a new one lets the oldest go. */
const MOST_KEPT = 30;

export interface NewProposal {
  reason: PlanChangeReason;
  state: 'proposed' | 'accepted';
  /** Null where nobody asked. */
  by: string | null;
  change?: StoredChange | null;
}

/** What a proposal is worked out from; where it is another by now, the proposal is out of date. */
export function basisOf({ facts, enrollment, today }: Pick<Ground, 'facts' | 'enrollment' | 'today'>): string {
  const minutes = facts.logged.reduce((sum, each) => sum + each.minutes, 0);
  const { plan, finishedProjectIds, fixedDates } = facts;
  const madeAt = plan ? new Date(plan.madeAt).toISOString() : '';
  return [madeAt, today, enrollment.revision, enrollment.releaseId, minutes, finishedProjectIds.join('+'), fixedDates.map(({ id }) => id).join('+')].join(' ');
}

/** Stores a change of the plan: one that was made at once, or one to be decided, which takes the place of another that was open. */
export async function saveProposal(ground: Ground, { before, after, diff }: RemadePlan, { reason, state, by, change = null }: NewProposal): Promise<string> {
  const { tx, enrollment, now } = ground;
  const id = uuidv7();
  await discardOpen(tx, enrollment.id, now, by);
  await tx.query(
    `insert into plan_proposal (id, enrollment_id, reason, state, made_at, made_by, decided_at, decided_by, basis, change, before, after, counts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, enrollment.id, reason, state, now, by, state === 'accepted' ? now : null, state === 'accepted' ? by : null, basisOf(ground)],
      ...[change, before, after, countChanges(diff)].map((value) => (value === null ? null : JSON.stringify(value))),
    ],
  );
  await tx.query(
    `delete from plan_proposal where enrollment_id = $1 and id in (
       select id from plan_proposal where enrollment_id = $1 order by id desc offset $2)`,
    [enrollment.id, MOST_KEPT],
  );
  return id;
}

/** A question that something else answered. */
export async function discardOpen(tx: EntityManager, enrollmentId: string, now: string, by: string | null): Promise<void> {
  await tx.query(`update plan_proposal set state = 'discarded', decided_at = $2, decided_by = $3 where enrollment_id = $1 and state = 'proposed'`, [
    ...[enrollmentId, now, by],
  ]);
}

/** What a person last said of a change that came by itself, since the plan is as it is: undone, or discarded. Then they are asked, or left alone. */
export async function lastSaid(tx: EntityManager, enrollmentId: string): Promise<'undone' | 'discarded' | null> {
  const [row] = await tx.query<{ state: string; decidedBy: string | null }[]>(
    `select state, decided_by as "decidedBy" from plan_proposal where enrollment_id = $1 order by coalesce(undone_at, decided_at, made_at) desc, id desc limit 1`,
    [enrollmentId],
  );
  if (row?.state === 'undone') return 'undone';
  return row?.state === 'discarded' && row.decidedBy !== null ? 'discarded' : null;
}
