import type { Plan } from '@server/plans/plans.contract';
import { Callout } from '../../ui/callout';
import { dayAndMonth, duration } from '../../ui/format';
import { Section } from '../../ui/section';
import { slackWords } from './change-words';
import type { Trial } from './trial';
import { WaysOut } from './ways-out';
import classes from './plan-time.module.css';

interface Props {
  plan: Plan;
  /** What stands by now. */
  stands: Trial;
  onTry?: (trial: Trial) => void;
}

/** Whether the time is enough, in numbers; where it is not, what would fix it, each with its effect. */
export function PlanTime({ plan, stands, onTry }: Props) {
  const { neededMinutes, availableMinutes, missingMinutes, feasible, waysOut, basis, earliestFinishOn, bufferDays } = plan;
  const share = availableMinutes > 0 ? Math.min(100, (neededMinutes / availableMinutes) * 100) : neededMinutes > 0 ? 100 : 0;
  return (
    <div className="stack">
      {!feasible && (
        <Callout tone="near" title={`${duration(neededMinutes)} needed, ${duration(availableMinutes)} available`}>
          {duration(missingMinutes)} are missing before {dayAndMonth(plan.examOn)}. Each part of the plan keeps its share. Ways out:
        </Callout>
      )}
      {!feasible && <WaysOut waysOut={waysOut} from={stands} {...(onTry && { onTry })} />}
      <Section title="Time" bare>
        <div className={classes.bar} aria-hidden>
          <i style={{ width: `${share}%` }} />
        </div>
        <p className="num">
          <b className="b">{duration(neededMinutes)} needed</b>, {duration(availableMinutes)} available
        </p>
        <p className="sm soft">
          {feasible ? `${capitalized(slackWords(plan))}.` : 'Change the date or your week, and the plan follows.'}
          {feasible && neededMinutes > 0 && earliestFinishOn && ` If every day is used, all is done by ${dayAndMonth(earliestFinishOn)}.`}
          {bufferDays > 0 && ` The last ${bufferDays === 1 ? 'day stays' : `${bufferDays} days stay`} free of new work.`}
        </p>
      </Section>
      <p className="xs soft">
        {basis === 'estimate'
          ? 'Weights and hours are our estimates: the program publishes none.'
          : 'Weights are published by the program; hours are our estimates.'}
      </p>
    </div>
  );
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
