import { Button } from '@mantine/core';
import { notSaved } from '../../api/refusal';
import { toast } from '../../ui/toast-store';
import { changedCount } from './change-words';
import { useDiscardProposal, useProposePlan } from './proposal-queries';

/** Has the plan worked out anew, to be looked at before it is used; a plan that would be the same is no question. */
export function PlanAnew({ enrollmentId }: { enrollmentId: string }) {
  const propose = useProposePlan(enrollmentId);
  const discard = useDiscardProposal(enrollmentId);
  const run = () =>
    void propose.mutateAsync({}).then(
      ({ id, counts }) => {
        if (changedCount(counts) > 0) return;
        toast('Worked out anew, your plan is the same');
        discard.mutate(id);
      },
      // Said below.
      () => undefined,
    );
  return (
    <div>
      <Button variant="default" loading={propose.isPending} onClick={run}>
        Plan it anew
      </Button>
      {propose.error && (
        <p className="sm risk" role="alert">
          {notSaved(propose.error)}
        </p>
      )}
    </div>
  );
}
