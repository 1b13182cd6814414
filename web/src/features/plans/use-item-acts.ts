import type { Plan, PlanItem } from '@server/plans/plans.contract';
import { notSaved } from '../../api/refusal';
import { minutesOf, weekdayAndDay } from '../../ui/format';
import { toast, toastFault } from '../../ui/toast-store';
import { useQuickLog } from '../progress/use-quick-log';
import { useMovePlanItem, useSaveEvent, useUnpinPlanItem } from './pin-queries';
import { useUndoProposal } from './proposal-queries';

const fault = (error: Error) => toastFault(notSaved(error));

/** What a learner can do with an item of the plan; each says what it did, with the way back. */
export function useItemActs({ enrollmentId, today, undoableProposalId }: Plan) {
  const move = useMovePlanItem(enrollmentId);
  const unpin = useUnpinPlanItem(enrollmentId);
  const undo = useUndoProposal(enrollmentId);
  const event = useSaveEvent(enrollmentId);
  const quick = useQuickLog(enrollmentId, () => undefined, fault);
  return {
    today,
    isBusy: move.isPending || unpin.isPending || quick.isPending,
    /** Moves and pins, or pins where it stands. A pin that moved nothing is no change of the plan, and is undone by letting it go. */
    pin({ id, title }: PlanItem, date: string) {
      void move.mutateAsync({ itemId: id, date }).then((plan) => {
        const changeId = plan.undoableProposalId;
        const takeBack = () => (changeId !== null && changeId !== undoableProposalId ? undo.mutateAsync(changeId) : unpin.mutateAsync(id)).catch(fault);
        toast(`${title} is pinned to ${weekdayAndDay(date)}`, takeBack);
      }, fault);
    },
    unpin({ id, title, date }: PlanItem) {
      void unpin.mutateAsync(id).then(() => toast(`${title} may be moved again`, () => move.mutateAsync({ itemId: id, date }).catch(fault)), fault);
    },
    done: (item: PlanItem) => quick.log(today, item),
    saveEvent: ({ id }: PlanItem) => void event.mutateAsync(id).then(() => toast('Saved as a calendar event'), fault),
  };
}

export type ItemActs = ReturnType<typeof useItemActs>;

/** 'Done, log 45 min' */
export const doneWords = ({ minutes, loggedMinutes }: PlanItem): string => `Done, log ${minutesOf(Math.max(1, minutes - loggedMinutes))}`;
