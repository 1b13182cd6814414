import type { Plan, WayOut } from '@server/plans/plans.contract';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { dayAndMonth, duration, listed, weekdayName } from '../../ui/format';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import classes from './plan-time.module.css';

/** Whether the time is enough, in numbers; where it is not, what would fix it. */
export function PlanTime({ plan }: { plan: Plan }) {
  const { neededMinutes, availableMinutes, missingMinutes, feasible, waysOut, basis } = plan;
  const share = availableMinutes > 0 ? Math.min(100, (neededMinutes / availableMinutes) * 100) : neededMinutes > 0 ? 100 : 0;
  return (
    <div className="stack">
      {!feasible && (
        <Callout tone="near" title={`${duration(neededMinutes)} needed, ${duration(availableMinutes)} available`}>
          {duration(missingMinutes)} are missing before {dayAndMonth(plan.examOn)}. Each part of the plan keeps its share. Ways out:
        </Callout>
      )}
      {!feasible && (
        <Rows label="Ways out">
          {waysOut.map((way) => (
            <Row key={way.kind} title={named(way)} note={noted(way)} />
          ))}
        </Rows>
      )}
      <Section title="Time" bare>
        <div className={classes.bar} aria-hidden>
          <i style={{ width: `${share}%` }} />
        </div>
        <p className="num">
          <b className="b">{duration(neededMinutes)} needed</b>, {duration(availableMinutes)} available
        </p>
        <p className="sm soft">
          {feasible ? `${duration(availableMinutes - neededMinutes)} to spare.` : 'Change the date or your week, and the plan follows.'}
        </p>
      </Section>
      <ButtonLink to="/settings" hash="preparation" variant="default">
        Change date or week
      </ButtonLink>
      <p className="xs soft">
        {basis === 'estimate'
          ? 'Weights and hours are our estimates: the program publishes none.'
          : 'Weights are published by the program; hours are our estimates.'}
      </p>
    </div>
  );
}

function named(way: WayOut): string {
  if (way.kind === 'open-days') return `Study on ${listed(way.weekdays.map((day) => weekdayName(day - 1)))} too, ${way.minutesEach} min each`;
  if (way.kind === 'study-more') return `Study ${way.minutesMore} min more on each planned day`;
  if (way.kind === 'move-exam') return `Move the exam to ${dayAndMonth(way.examOn)}`;
  return `Leave out ${listed(way.titles)}`;
}

function noted(way: WayOut): string {
  if (way.kind === 'open-days') return `${way.dates.length} days more; then everything fits before the exam`;
  if (way.kind === 'study-more') return 'Then everything fits before the exam';
  if (way.kind === 'move-exam') return 'The first date with time for everything';
  return `${duration(way.minutes)} less, ${Math.round(way.weightPercent)}% of the level untouched`;
}
