import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PlanProposal } from '@server/plans/proposals/proposals.contract';
import { notSaved } from '../../api/refusal';
import { dayAndMonth, unbroken, weekdayAndDay } from '../../ui/format';
import { ArrowRightIcon } from '../../ui/icons';
import { Plate } from '../../ui/plate';
import { told, toldOrFault } from '../enrollments/told';
import { placed } from './before-after';
import { changedCount, countTitle, reasonSentence, slackWords, type ItemChange } from './change-words';
import { planProposalQuery, useAcceptProposal, useDiscardProposal, useProposePlan, useUndoProposal } from './proposal-queries';
import classes from './proposal-plate.module.css';

interface Props {
  enrollmentId: string;
  proposalId: string;
  /** Whether all of it is shown below. */
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
}

const SHOWN = 4;

/** The change of the plan that waits to be decided: why, what it comes to, its first moves, and the two answers. */
export function ProposalPlate({ enrollmentId, proposalId, isWhole, onWhole }: Props) {
  const { data: proposal } = useQuery(planProposalQuery(enrollmentId, proposalId));
  const { accept, discard, error, isPending, again } = useDecisions(enrollmentId);
  if (!proposal) return null;
  const moved = proposal.items.filter(({ change }) => change !== 'kept');
  return (
    <Plate
      compact
      className={classes.plate ?? ''}
      eyebrow={
        <>
          <ArrowRightIcon size="s" /> A new arrangement
        </>
      }
      title={countTitle(proposal.counts)}
    >
      <p className="sm">
        {reasonSentence(proposal.reason)} {outcome(proposal)}
      </p>
      {!isWhole && moved.length > 0 && (
        <ul className={classes.moves} aria-label="Its first changes">
          {moved.slice(0, SHOWN).map((item) => (
            <li key={`${item.change} ${item.itemId}`}>
              <b className="b">{unbroken(item.title)}</b>
              <span className="num">
                {item.from && <s>{shortly(item, item.from)}</s>}
                <ArrowRightIcon size="s" />
                <span className="vh">to</span>
                {item.to ? shortly(item, item.to) : 'not planned'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p className="sm" role="alert">
          {notSaved(error)}{' '}
          <button type="button" className={classes.link} onClick={again}>
            Work it out again
          </button>
        </p>
      )}
      <div className={classes.acts}>
        <Button loading={isPending} onClick={() => accept(proposalId)}>
          Use it
        </Button>
        <Button variant="default" loading={isPending} onClick={() => discard(proposalId)}>
          Keep mine
        </Button>
      </div>
      {changedCount(proposal.counts) > 0 && (
        <button type="button" className={classes.link} aria-expanded={isWhole} onClick={() => onWhole(!isWhole)}>
          {isWhole ? 'Hide before and after' : 'See before and after'}
        </button>
      )}
    </Plate>
  );
}

/** The date alone, unless that is all the same: then what changes is how long it takes. */
const shortly = ({ from, to }: ItemChange, at: NonNullable<ItemChange['from']>): string => (from?.date === to?.date ? placed(at) : weekdayAndDay(at.date));

function outcome({ before, after }: PlanProposal): string {
  if (!after.feasible) return `It does not fit before ${dayAndMonth(after.examOn)}: ${slackWords(after)}.`;
  return before.feasible ? `Nothing is overdue. You still finish with ${slackWords(after)}.` : `Then everything fits, with ${slackWords(after)}.`;
}

function useDecisions(enrollmentId: string) {
  const accept = useAcceptProposal(enrollmentId);
  const discard = useDiscardProposal(enrollmentId);
  const undo = useUndoProposal(enrollmentId);
  const propose = useProposePlan(enrollmentId);
  return {
    accept: (id: string) => told(accept.mutateAsync(id), 'The new plan is in place', () => undo.mutateAsync(id)),
    discard: (id: string) => told(discard.mutateAsync(id), 'Your plan stays as it is'),
    again: () => toldOrFault(propose.mutateAsync({}), 'Worked out anew'),
    error: accept.error ?? discard.error,
    isPending: accept.isPending || discard.isPending || propose.isPending,
  };
}
