import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanProposalRow } from '@server/plans/proposals/proposals.contract';
import { whenOf } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { toldOrFault } from '../enrollments/told';
import { BeforeAfter } from './before-after';
import { changedCount, countWords, reasonTitle, slackWords, stateWords } from './change-words';
import { planProposalQuery, planProposalsQuery, useUndoProposal } from './proposal-queries';
import { PersonName } from '../../ui/person-name';
import classes from './plan-changes.module.css';

interface Props {
  enrollmentId: string;
  /** What can be taken back by who reads; null for a mentor. */
  undoableId: string | null;
}

/** What was changed in the plan or proposed for it, the newest first: each can be looked at, the newest taken back. */
export function PlanChanges({ enrollmentId, undoableId }: Props) {
  const query = useInfiniteQuery(planProposalsQuery(enrollmentId));
  return (
    <Section title="Changes of the plan">
      <QueryRegion
        query={query}
        what="Changes of the plan"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<p className="sm soft">None yet. What the plan moves will stand here, and the newest change can be taken back.</p>}
      >
        {({ pages }) => (
          <Rows label="Changes of the plan">
            {pages
              .flatMap(({ items }) => items)
              .map((change) => (
                <Change key={change.id} enrollmentId={enrollmentId} change={change} mayUndo={change.id === undoableId} />
              ))}
          </Rows>
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="subtle" size="sm" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </Section>
  );
}

function Change({ enrollmentId, change, mayUndo }: { enrollmentId: string; change: PlanProposalRow; mayUndo: boolean }) {
  const { id, reason, counts, before, after, made } = change;
  const [isOpen, setOpen] = useState(false);
  const undo = useUndoProposal(enrollmentId);
  const name = `${reasonTitle(reason)}, ${whenOf(made.at)}`;
  return (
    <li className={classes.change}>
      <div className={classes.line}>
        <div className="grow">
          <div className="b">{reasonTitle(reason)}</div>
          <div className="sm soft num">
            {countWords(counts)}. <span className="nowrap">{slackWords(before)}</span>
            {slackWords(before) !== slackWords(after) && (
              <>
                , then <span className="nowrap">{slackWords(after)}</span>
              </>
            )}
          </div>
          <div className="sm soft">
            {whenOf(made.at)}
            {made.by && (
              <>
                , by <PersonName>{made.by.name}</PersonName>
              </>
            )}
            , {stateWords(change)}
          </div>
        </div>
        {changedCount(counts) > 0 && (
          <Button
            variant="subtle"
            size="sm"
            mih={44}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            aria-label={`${isOpen ? 'Hide' : 'See'} before and after: ${name}`}
          >
            {isOpen ? 'Hide' : 'See'}
          </Button>
        )}
        {mayUndo && (
          <Button
            variant="default"
            size="sm"
            mih={44}
            loading={undo.isPending}
            aria-label={`Undo: ${name}`}
            onClick={() => toldOrFault(undo.mutateAsync(id), 'The plan is as it was before')}
          >
            Undo
          </Button>
        )}
      </div>
      {isOpen && <Whole enrollmentId={enrollmentId} proposalId={id} />}
    </li>
  );
}

function Whole({ enrollmentId, proposalId }: { enrollmentId: string; proposalId: string }) {
  const query = useQuery(planProposalQuery(enrollmentId, proposalId));
  return (
    <QueryRegion query={query} what="This change">
      {(proposal) => <BeforeAfter change={proposal} />}
    </QueryRegion>
  );
}
