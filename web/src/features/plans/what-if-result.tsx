import { Button } from '@mantine/core';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { notSaved } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { classNames } from '../../ui/class-names';
import { dayAndMonth, duration } from '../../ui/format';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { Plate } from '../../ui/plate';
import { toast } from '../../ui/toast-store';
import { SumsTable } from './before-after';
import { countWords, slackWords } from './change-words';
import { useApplyChange, useUndoProposal } from './proposal-queries';
import type { useWhatIf } from './use-what-if';
import { WaysOut } from './ways-out';
import classes from './what-if.module.css';

interface Props {
  enrollment: Pick<Enrollment, 'id'>;
  whatIf: ReturnType<typeof useWhatIf>;
  onClose: () => void;
}

/** What the plan becomes: whether it fits, until when, what moves; and where it does not fit, what would help from here. */
export function WhatIfResult({ enrollment, whatIf, onClose }: Props) {
  const { isAsked, isStale, result, error, trial, setTrial } = whatIf;
  const apply = useApply(enrollment.id, whatIf, onClose);
  if (error && !isStale) return <Callout tone="near" alert title="No plan can be made for this"><p>{error.message}</p></Callout>; // prettier-ignore
  if (!isAsked) return <p className="soft">Move a slider or the date, and the plan it leads to shows here, beside the one you have.</p>;
  if (!result) return <p className="soft">Working it out</p>;
  const { before, after, counts, waysOut, readiness } = result;
  return (
    <div className={classNames(classes.result, isStale && classes.stale)} aria-busy={isStale}>
      <Plate
        compact
        eyebrow={
          <>
            {after.feasible ? <CheckIcon size="s" /> : <WarningIcon size="s" />}
            <span>{after.feasible ? 'It fits' : `${duration(after.neededMinutes)} needed, ${duration(after.availableMinutes)} available`}</span>
          </>
        }
        title={
          <span role="status">
            {after.feasible ? sentence(slackWords(after)) : `${duration(after.missingMinutes)} missing before ${dayAndMonth(after.examOn)}`}
          </span>
        }
      >
        <p className="sm">
          {after.lastWorkOn && `New work ends on ${dayAndMonth(after.lastWorkOn)}. `}
          {countWords(counts)}.
        </p>
        {apply.error && (
          <p className="sm" role="alert">
            {notSaved(apply.error)}
          </p>
        )}
        <div className={classes.acts}>
          <Button loading={apply.isPending} disabled={isStale} onClick={apply.run}>
            Make this my plan
          </Button>
          <Button variant="default" onClick={onClose}>
            Keep mine
          </Button>
        </div>
      </Plate>
      <SumsTable before={before} after={after} readiness={readiness} />
      {!after.feasible && waysOut.length > 0 && (
        <div>
          <h3>Ways out from here</h3>
          <WaysOut waysOut={waysOut} from={{ ...trial, examOn: trial.examOn ?? after.examOn }} onTry={setTrial} />
        </div>
      )}
    </div>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function useApply(enrollmentId: string, { change }: Props['whatIf'], onClose: () => void) {
  const apply = useApplyChange(enrollmentId);
  const undo = useUndoProposal(enrollmentId);
  const run = () =>
    void apply.mutateAsync(change).then(
      ({ id }) => {
        onClose();
        toast('The new plan is in place', () => undo.mutateAsync(id));
      },
      // The plate says what was refused.
      () => undefined,
    );
  return { run, error: apply.error, isPending: apply.isPending };
}
