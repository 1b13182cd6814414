import type { Plan } from '@server/plans/plans.contract';
import { byDay } from './by-day';
import { dayInFull, minutesOf } from '../../ui/format';
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
          <summary>
            Behind you: {past.filter(({ state }) => state === 'done').length} of {past.length} done
          </summary>
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
                title={item.title}
                note={`${kindWord(item.kind)}, ${minutesOf(item.minutes)}`}
                aside={
                  item.state === 'done' ? (
                    <span className="row sm b ready">
                      <CheckIcon size="s" />
                      Done
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
