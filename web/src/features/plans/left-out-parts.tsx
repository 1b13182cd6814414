import { Button } from '@mantine/core';
import type { Plan } from '@server/plans/plans.contract';
import { counted, duration, whenOf } from '../../ui/format';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { toldOrFault } from '../enrollments/told';
import { useApplyChange, useUndoProposal } from './proposal-queries';

interface Props {
  enrollmentId: string;
  /** The learner's. */
  timeZone: string;
  leftOut: Plan['leftOut'];
  mayChange: boolean;
}

/** What the plan does without, what that costs, and the way back. */
export function LeftOutParts({ enrollmentId, timeZone, leftOut, mayChange }: Props) {
  const apply = useApplyChange(enrollmentId);
  const undo = useUndoProposal(enrollmentId);
  if (leftOut.length === 0) return null;
  const takeBackIn = ({ partId, title }: Props['leftOut'][number]) => {
    const leaveOut = leftOut.filter((part) => part.partId !== partId).map((part) => part.partId);
    const applied = apply.mutateAsync({ leaveOut });
    toldOrFault(applied, `Back in the plan: ${title}`, () => applied.then(({ id }) => undo.mutateAsync(id)));
  };
  return (
    <Section
      title="Left out of the plan"
      lead={`The plan holds no work for ${leftOut.length === 1 ? 'this part' : `these ${counted(leftOut.length, 'part')}`}. For your readiness ${leftOut.length === 1 ? 'it counts' : 'they count'} all the same.`}
    >
      <Rows label="Left out of the plan">
        {leftOut.map((part) => (
          <Row
            key={part.partId}
            title={part.title}
            note={noteOf(part, timeZone)}
            aside={
              mayChange && (
                <Button
                  variant="default"
                  size="sm"
                  mih={44}
                  loading={apply.isPending}
                  onClick={() => takeBackIn(part)}
                  aria-label={`Take back in: ${part.title}`}
                >
                  Take back in
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

/** When is enough: it is the learner who leaves out. */
function noteOf({ kind, effortMinutes, weightPercent, leftOutAt }: Props['leftOut'][number], timeZone: string): string {
  const weight = weightPercent > 0 ? `, ${Math.round(weightPercent)}% of the level` : '';
  return `${kind === 'skill' ? 'Skill' : 'Project'} of ${duration(effortMinutes)}${weight}, left out ${whenOf(leftOutAt, timeZone)}`;
}
