import { Button } from '@mantine/core';
import { NoAnswer } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { Empty } from '../../ui/empty';
import { Facts } from '../../ui/facts';
import { Failed } from '../../ui/failed';
import { MiniStaff } from '../../ui/mini-staff';
import { ResponsiveTable } from '../../ui/responsive-table';
import { RiskChip } from '../../ui/risk-chip';
import { CardSkeleton } from '../../ui/skeleton';
import { ToastWithUndo } from '../../ui/toasts';
import { Specimen } from './specimen';
import classes from './styleguide.module.css';

const LEARNERS = [
  { name: 'Ivo Longshore', value: { score: 41, low: 33, high: 50 }, last: '6 days ago', exam: '18 days', because: 'Silent for 6 days, behind by 5 h 30' },
  { name: 'Pia Tideway', value: { score: 52, low: 44, high: 61 }, last: 'Yesterday', exam: '9 days', because: 'Exam in 9 days at 52' },
];
const NOTHING = () => undefined;

/** Empty, failed, loading, said, and listed. */
export function States() {
  return (
    <>
      <Specimen title="Empty" lead="Says what to do first.">
        <div className={classes.three}>
          <Empty title="No plan yet" action={<Button>Make my plan</Button>}>
            Pick an exam date and your usual week. The plan takes a minute.
          </Empty>
          <Empty title="Nothing to review" art="coast">
            All evidence has an answer. The last one went out at 9:20.
          </Empty>
          <Empty title="Example learners" art="board" action={<Button>Invite learners</Button>}>
            These four show how the board works. Yours take their place when they join.
          </Empty>
        </div>
      </Specimen>
      <Specimen title="Failed, loading" lead="Skeletons keep the final size.">
        <div className={classes.two}>
          <Failed what="Readiness" error={new NoAnswer()} again={NOTHING} />
          <CardSkeleton />
        </div>
        <ToastWithUndo toast={{ id: 0, text: '45 min logged, tests up to 52', undo: NOTHING, tone: 'done' }} onClose={NOTHING} />
      </Specimen>
      <Specimen title="Facts and tables" lead="On the phone each row is a card.">
        <Facts
          facts={[
            { name: 'Chance to pass on 14 Nov', value: '71%', note: '60 to 80' },
            { name: 'Likely ready by', value: '6 Nov', note: 'to 11 Nov' },
            { name: 'Consistency', value: '82%', note: '9 of 11 days' },
          ]}
        />
        <ResponsiveTable
          caption="Learners who need you"
          rows={LEARNERS}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', head: 'Learner', cell: ({ name }) => name },
            { key: 'readiness', head: 'Readiness', cell: ({ value }) => <MiniStaff value={value} /> },
            { key: 'last', head: 'Last studied', cell: ({ last }) => last },
            { key: 'exam', head: 'Exam', align: 'end', cell: ({ exam }) => exam },
            { key: 'because', head: 'Because', cell: ({ because }) => <RiskChip>{because}</RiskChip> },
          ]}
        />
        <Callout tone="risk" title="That did not work">
          The server did not answer. What you logged is safe. Try again.
        </Callout>
      </Specimen>
    </>
  );
}
