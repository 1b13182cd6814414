import { Button } from '@mantine/core';
import type { PlanProposal } from '@server/plans/proposals/proposals.contract';
import { notSaved } from '../../api/refusal';
import { toast } from '../../ui/toast-store';
import { changedCount } from './change-words';
import { useDiscardProposal, useProposePlan, useProposePlanByGain } from './proposal-queries';

/** Has the plan worked out anew, to be looked at before it is used; a plan that would be the same is no question. */
export function PlanAnew({ enrollmentId }: { enrollmentId: string }) {
  const propose = useProposePlan(enrollmentId);
  const discard = useDiscardProposal(enrollmentId);
  const byGain = useProposePlanByGain(enrollmentId);
  const shown = (proposal: Promise<PlanProposal>) =>
    void proposal.then(
      ({ id, counts }) => {
        if (changedCount(counts) > 0) return;
        toast('Worked out anew, your plan is the same');
        discard.mutate(id);
      },
      // Said below.
      () => undefined,
    );
  const error = propose.error ?? byGain.error;
  return (
    <div>
      <div className="row wrap">
        <Button variant="default" loading={propose.isPending} onClick={() => shown(propose.mutateAsync({}))}>
          Plan it anew
        </Button>
        <Button variant="subtle" loading={byGain.isPending} onClick={() => shown(byGain.mutateAsync())}>
          What gains most first
        </Button>
      </div>
      {error && (
        <p className="sm risk" role="alert">
          {notSaved(error)}
        </p>
      )}
    </div>
  );
}
