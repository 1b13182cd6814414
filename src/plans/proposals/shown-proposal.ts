import type { Pace } from '../../enrollments/pace.contract.js';
import type { Statement } from '../../platform/database/statements.js';
import { planDiff } from '../plan-diff.js';
import { sumsOf, type PlanSnapshot } from '../remade-plan.js';
import type { PlanChange, PlanProposal, PlanProposalRow } from './proposals.contract.js';

type By = { id: string; name: string } | null;

/** A row as the database gives it. */
export interface ProposalRow extends Pick<PlanProposalRow, 'id' | 'reason' | 'state' | 'counts'> {
  madeAt: Date;
  madeBy: By;
  decidedAt: Date | null;
  decidedBy: By;
  undoneAt: Date | null;
  undoneBy: By;
  basis: string;
  change: StoredChange | null;
  before: PlanSnapshot;
  after: PlanSnapshot;
}

/** What accepting changes of the enrollment, and what it was before that. */
export interface StoredChange extends PlanChange {
  /** Older rows lack what was added later. */
  previous: { examOn: string; examDateIsProposed?: boolean; weeklyMinutes: number[]; pace?: Pace; leaveOut?: string[] };
}

const who = (column: string) => `(select json_build_object('id', a.id, 'name', a.name) from account a where a.id = p.${column}) as`;
const SHOWN = `
  select p.id, p.reason, p.state, p.counts, p.basis, p.change, p.before, p.after, p.made_at as "madeAt", p.decided_at as "decidedAt", p.undone_at as "undoneAt",
    ${who('made_by')} "madeBy", ${who('decided_by')} "decidedBy", ${who('undone_by')} "undoneBy"
  from plan_proposal p where p.enrollment_id = $1`;

/** One of an enrollment. Parameters: enrollment id, proposal id. */
export const oneProposal: Statement = { name: 'one-plan-proposal', text: `${SHOWN} and p.id = $2` };

/** A page, the newest first. Parameters: enrollment id, id of the last one seen, limit. */
export const pageOfProposals: Statement = {
  name: 'page-of-plan-proposals',
  text: `${SHOWN} and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`,
};

export function shownRow(row: ProposalRow): PlanProposalRow {
  const { id, reason, state, counts, change } = row;
  const decision = (at: Date | null, by: By) => at && { at: at.toISOString(), by };
  return {
    ...{ id, reason, state, counts, change: change && asSaid(change) },
    made: { at: row.madeAt.toISOString(), by: row.madeBy },
    decided: decision(row.decidedAt, row.decidedBy),
    undone: decision(row.undoneAt, row.undoneBy),
    before: sumsOf(row.before),
    after: sumsOf(row.after),
  };
}

const asSaid = ({ previous: _, ...change }: StoredChange): PlanChange => change;

export const shownProposal = (row: ProposalRow): PlanProposal => ({
  ...shownRow(row),
  items: planDiff(row.before.items, row.after.items),
  waysOut: row.after.plan.waysOut,
});
