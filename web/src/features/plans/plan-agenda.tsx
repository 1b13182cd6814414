import type { Plan } from '@server/plans/plans.contract';
import { byDay } from './by-day';
import { dayInFull, minutesOf, unbroken } from '../../ui/format';
import { CheckIcon } from '../../ui/icons';
import { KindMark, kindWord } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import classes from './plan-agenda.module.css';

/** The plan as a list from today on, day by day, up to the exam; what lies behind is folded away. */
export function PlanAgenda({ plan }: { plan: Plan }) {
  const past = plan.items.filter(({ date }) => date < plan.today);
  const ahead = plan.items.filter(({ date }) => date >= plan.today);
  return (
    <>
      <h2 className="vh">Day by day</h2>
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>Behind you: {behind(past)}</summary>
          <Days items={past} today={plan.today} />
        </details>
      )}
      <Days items={ahead} today={plan.today} />
      <div className={classes.exam}>
        <KindMark kind="exam" silent />
        <b>Exam, {dayInFull(plan.examOn)}</b>
      </div>
    </>
  );
}

/** What was planned and is past: '12 of 39 done, 5 in part'. */
function behind(past: Plan['items']): string {
  const done = past.filter(({ state }) => state === 'done').length;
  const inPart = past.filter(({ state, loggedMinutes }) => state === 'missed' && loggedMinutes > 0).length;
  return `${done} of ${past.length} done${inPart > 0 ? `, ${inPart} in part` : ''}`;
}

function Days({ items, today }: { items: Plan['items']; today: string }) {
  return (
    <ol className={classes.days}>
      {[...byDay(items)].map(([date, ofDay]) => (
        <li key={date} {...(date === today && { 'aria-current': 'date' as const })}>
          <h3>{date === today ? `Today, ${dayInFull(date)}` : dayInFull(date)}</h3>
          <Rows>
            {ofDay.map((item) => (
              <Row
                key={item.id}
                mark={<KindMark kind={item.kind} />}
                title={unbroken(item.title)}
                note={`${kindWord(item.kind)}, ${minutesOf(item.minutes)}`}
                aside={
                  item.state === 'done' ? (
                    <span className="row sm b ready">
                      <CheckIcon size="s" />
                      Done
                    </span>
                  ) : item.loggedMinutes > 0 ? (
                    <span className="sm soft num">
                      {item.loggedMinutes} of {minutesOf(item.minutes)}
                    </span>
                  ) : item.state === 'missed' ? (
                    <span className="sm soft">Rolled on</span>
                  ) : undefined
                }
              />
            ))}
          </Rows>
        </li>
      ))}
    </ol>
  );
}
