import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  acceptPlanProposal,
  discardPlanProposal,
  listPlanProposals,
  proposePlan,
  readPlanProposal,
  undoPlanProposal,
  type PlanChange,
} from '@server/plans/proposals/proposals.contract';
import { proposePlanByGain } from '@server/readiness/projections/projections.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-changes';
import { useChange } from '../enrollments/enrollment-queries';

const key = (enrollmentId: string) => [...enrollmentKey(enrollmentId), 'plan-proposals'] as const;
/** So many fill a look back; the rest comes when it is asked for. */
const SHOWN_AT_FIRST = 5;

export const planProposalsQuery = (enrollmentId: string) =>
  infiniteQueryOptions({
    queryKey: [...key(enrollmentId), 'list'],
    queryFn: ({ pageParam }) =>
      call(listPlanProposals, { params: { enrollmentId }, query: { limit: SHOWN_AT_FIRST, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const planProposalQuery = (enrollmentId: string, proposalId: string) =>
  queryOptions({
    queryKey: [...key(enrollmentId), proposalId],
    queryFn: () => call(readPlanProposal, { params: { enrollmentId, proposalId } }),
  });

/** Works the plan out anew; nothing changes until it is accepted. */
export const useProposePlan = (enrollmentId: string) => useChange(enrollmentId, (body: PlanChange) => call(proposePlan, { params: { enrollmentId }, body }));

/** The same with what moves readiness most first. */
export const useProposePlanByGain = (enrollmentId: string) => useChange(enrollmentId, (_: void) => call(proposePlanByGain, { params: { enrollmentId } }));

export const useAcceptProposal = (enrollmentId: string) =>
  useChange(enrollmentId, (proposalId: string) => call(acceptPlanProposal, { params: { enrollmentId, proposalId } }));

export const useDiscardProposal = (enrollmentId: string) =>
  useChange(enrollmentId, (proposalId: string) => call(discardPlanProposal, { params: { enrollmentId, proposalId } }));

export const useUndoProposal = (enrollmentId: string) =>
  useChange(enrollmentId, (proposalId: string) => call(undoPlanProposal, { params: { enrollmentId, proposalId } }));

/** Another date or week, decided already: proposed and accepted in one go, so that it can be undone in one. */
export const useApplyChange = (enrollmentId: string) =>
  useChange(enrollmentId, async (body: PlanChange) => {
    const { id: proposalId } = await call(proposePlan, { params: { enrollmentId }, body });
    return call(acceptPlanProposal, { params: { enrollmentId, proposalId } });
  });
