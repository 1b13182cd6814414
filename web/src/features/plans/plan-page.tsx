import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Plan } from '@server/plans/plans.contract';
import { ButtonLink } from '../../ui/button-link';
import { Choice } from '../../ui/choice';
import { Empty } from '../../ui/empty';
import { dayInFull, dayShort, duration } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { PlanAgenda } from './plan-agenda';
import { PlanCalendar } from './plan-calendar';
import { planQuery } from './plan-queries';
import { PlanTime } from './plan-time';
import classes from './plan-page.module.css';

/** The preparation plan: its phases, its days to the exam, and whether the time is enough. */
export default function PlanPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="The plan">
      {() =>
        current ? (
          <>
            <EnrollmentSwitch current={current} />
            <PlanOf enrollmentId={current.id} />
          </>
        ) : (
          <>
            <PageHead title="Plan" />
            <Empty title="No plan yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Pick a level, an exam date and your usual week. The plan takes a minute.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function PlanOf({ enrollmentId }: { enrollmentId: string }) {
  const query = useQuery(planQuery(enrollmentId));
  const [view, setView] = useState<'month' | 'list'>('month');
  return (
    <QueryRegion query={query} what="The plan">
      {(plan) => (
        <>
          <PageHead
            title="Plan"
            lead={
              plan.neededMinutes > 0 ? (
                <>
                  <span className="num">{duration(plan.neededMinutes)}</span> left to study before {dayInFull(plan.examOn)}
                </>
              ) : (
                <>Everything planned is done. The exam is on {dayInFull(plan.examOn)}</>
              )
            }
            aside={
              <div className="wide-only">
                <Choice
                  label="View"
                  value={view}
                  onChange={setView}
                  options={[
                    { value: 'month', label: 'Month' },
                    { value: 'list', label: 'List' },
                  ]}
                />
              </div>
            }
          />
          <Phases plan={plan} />
          <div className={classes.grid}>
            <div>
              <div className={view === 'month' ? 'wide-only' : classes.hidden}>
                <PlanCalendar plan={plan} />
              </div>
              <div className={view === 'list' ? '' : 'phone-only'}>
                <PlanAgenda plan={plan} />
              </div>
            </div>
            <PlanTime plan={plan} />
          </div>
        </>
      )}
    </QueryRegion>
  );
}

/** The phases side by side, as long as they last; what is behind is filled. */
function Phases({ plan: { phases, today, examOn } }: { plan: Plan }) {
  const length = (from: string, to: string) => Math.max(1, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
  return (
    <ol className={classes.phases} aria-label="Phases">
      {phases.map(({ title, summary, from, to }) => {
        const state = to < today ? 'done' : from > today ? 'ahead' : 'now';
        return (
          <li key={`${title} ${from}`} data-state={state} style={{ flexGrow: length(from, to) }} {...(state === 'now' && { 'aria-current': 'step' as const })}>
            <b className="b">{title}</b>
            <span className="sm soft" title={summary}>
              {state === 'done' ? 'behind you' : state === 'now' ? `to ${dayShort(to)}` : `from ${dayShort(from)}`}
            </span>
          </li>
        );
      })}
      <li data-state="exam">
        <b className="b">Exam</b>
        <span className="sm soft">{dayShort(examOn)}</span>
      </li>
    </ol>
  );
}
