import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { Plan } from '@server/plans/plans.contract';
import { Choice } from '../../ui/choice';
import { Columns } from '../../ui/columns';
import { dayInFull, duration } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Card } from '../../ui/section';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { useOutbox } from '../progress/outbox/outbox';
import { itemsWithWaiting } from '../progress/outbox/with-waiting';
import { BeforeAfter } from './before-after';
import { FixedDates } from './fixed-dates';
import { LeftOutParts } from './left-out-parts';
import { LockedParts } from './locked-parts';
import { OwnPlanAgenda } from './plan-agenda';
import { PlanAnew } from './plan-anew';
import { PlanCalendar } from './plan-calendar';
import { PlanChanges } from './plan-changes';
import { planQuery } from './plan-queries';
import { PlanTime } from './plan-time';
import { PlanTimeline } from './plan-timeline';
import { ProposalPlate } from './proposal-plate';
import { planProposalQuery } from './proposal-queries';
import type { Trial } from './trial';
import { useWantedTrial } from './use-wanted-trial';
import { useWhatIf } from './use-what-if';
import { WhatIf } from './what-if';
import classes from './plan-page.module.css';

type View = 'month' | 'week' | 'list';
const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'list', label: 'List' },
];

/** A learner's plan: the way to the exam, its days, what waits to be decided, and what it would be otherwise. */
export function OwnPlan({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery(planQuery(enrollment.id));
  const outbox = useOutbox();
  return (
    <QueryRegion query={query} what="The plan">
      {(plan) => <Whole enrollment={enrollment} plan={{ ...plan, items: itemsWithWaiting(plan.items, enrollment.id, outbox) }} />}
    </QueryRegion>
  );
}

function Whole({ enrollment, plan }: { enrollment: Enrollment; plan: Plan }) {
  const [view, setView] = useState<View>('month');
  const [isWhole, setWhole] = useState(false);
  const stands = {
    examOn: enrollment.examOn,
    availability: enrollment.availability,
    pace: enrollment.pace,
    leaveOut: plan.leftOut.map(({ partId }) => partId),
  };
  const whatIf = useWhatIf(enrollment.id, stands);
  const { opener, place } = useFocusInPlace(whatIf.isOpen);
  const mayChange = enrollment.state === 'active' && plan.today < plan.examOn;
  useWantedTrial(stands, (trial) => mayChange && whatIf.open(trial));
  const { openProposalId } = plan;
  const proposal = useQuery({ ...planProposalQuery(enrollment.id, openProposalId ?? ''), enabled: openProposalId !== null });
  // A what-if is the one thing to decide while it is open.
  const asked = openProposalId !== null && !whatIf.isOpen ? proposal.data : undefined;
  const wouldBe = whatIf.result ?? asked;
  const tryOut = (trial: Trial) => {
    whatIf.open(trial);
    window.scrollTo({ top: 0, behavior: 'smooth' });
  };
  return (
    <>
      <PageHead
        title="Plan"
        lead={<Lead plan={plan} />}
        aside={
          <>
            <div className="wide-only">
              <Choice label="View" value={view} onChange={setView} options={VIEWS} />
            </div>
            {mayChange && (
              <Button ref={opener} variant="default" aria-expanded={whatIf.isOpen} onClick={() => (whatIf.isOpen ? whatIf.close() : whatIf.open())}>
                What if
              </Button>
            )}
          </>
        }
      />
      <PlanTimeline plan={plan} />
      <div ref={place}>{whatIf.isOpen && <WhatIf enrollment={enrollment} whatIf={whatIf} onClose={whatIf.close} />}</div>
      <div className={classes.grid}>
        <div className={classes.main}>
          {asked && isWhole && (
            <Card title="Before and after">
              <BeforeAfter change={asked} />
            </Card>
          )}
          {view !== 'list' && (
            <div className="wide-only">
              <PlanCalendar key={view} plan={{ ...plan, examOn: wouldBe?.after.examOn ?? plan.examOn }} view={view} proposed={wouldBe?.items} />
            </div>
          )}
          <div className={view === 'list' ? '' : 'phone-only'}>
            <OwnPlanAgenda plan={plan} />
          </div>
        </div>
        <div className={classes.aside}>
          {asked && <ProposalPlate enrollmentId={enrollment.id} proposalId={asked.id} isWhole={isWhole} onWhole={setWhole} />}
          <PlanTime plan={plan} stands={stands} {...(mayChange && { onTry: tryOut })} />
          {mayChange && openProposalId === null && <PlanAnew enrollmentId={enrollment.id} />}
        </div>
        <div className={classes.fixed}>
          <FixedDates plan={plan} mayChange={mayChange} />
        </div>
      </div>
      <Columns even>
        <PlanChanges enrollmentId={enrollment.id} undoableId={mayChange ? plan.undoableProposalId : null} />
        <div className="stack">
          <LeftOutParts enrollmentId={enrollment.id} timeZone={enrollment.timeZone} leftOut={plan.leftOut} mayChange={mayChange} />
          <LockedParts enrollmentId={enrollment.id} />
        </div>
      </Columns>
    </>
  );
}

function Lead({ plan: { neededMinutes, examOn } }: { plan: Plan }) {
  if (neededMinutes === 0) return <>Everything planned is done. The exam is on {dayInFull(examOn)}</>;
  return (
    <>
      <span className="num">{duration(neededMinutes)}</span> left to study before {dayInFull(examOn)}
    </>
  );
}
