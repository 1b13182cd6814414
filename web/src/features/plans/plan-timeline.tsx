import { useQuery } from '@tanstack/react-query';
import type { Plan } from '@server/plans/plans.contract';
import { AsTable } from '../../ui/as-table';
import { days, daysBetween, dayShort, weekdayAndDay } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { availabilityQuery } from '../enrollments/availability-queries';
import { timelineOf, type Stretch, type Timeline } from './timeline-layout';
import classes from './plan-timeline.module.css';

const place = ({ startPercent, widthPercent }: Stretch) => ({ insetInlineStart: `${startPercent}%`, width: `${widthPercent}%` });

/** The way to the exam to scale: phases, what of them is behind, breaks, fixed dates, the days kept free of new work, and today. */
export function PlanTimeline({ plan }: { plan: Plan }) {
  const { data: availability } = useQuery(availabilityQuery(plan.enrollmentId));
  const timeline = timelineOf(plan, availability?.breaks ?? []);
  const { phases, breaks, buffer, fixedDates, todayPercent } = timeline;
  const isOver = plan.today >= plan.examOn;
  return (
    <figure className={classes.timeline} aria-label="Timeline to the exam">
      <div className={classes.way}>
        <div className={classes.lane} aria-hidden>
          {buffer && <i className={classes.buffer} style={place(buffer)} />}
          {breaks.map((each) => (
            <i key={each.from} className={classes.break} style={place(each)} title={`Break, ${dayShort(each.from)} to ${dayShort(each.to)}`} />
          ))}
          {fixedDates.map(({ id, title, date, percent }) => (
            <span key={id} className={classes.mark} style={{ insetInlineStart: `${percent}%` }} title={`${title}, ${dayShort(date)}`}>
              <KindMark kind="fixed" silent />
            </span>
          ))}
          {!isOver && (
            <span
              className={classes.today}
              style={{ insetInlineStart: `${todayPercent}%` }}
              data-edge={todayPercent < 6 ? 'start' : todayPercent > 94 ? 'end' : undefined}
            >
              <b>Today</b>
            </span>
          )}
        </div>
        <ol className={classes.phases} aria-label="Phases">
          {phases.map(({ title, summary, from, to, state, donePercent }) => (
            <li
              key={`${title} ${from}`}
              data-state={state}
              style={{ flexGrow: daysBetween(from, to) + 1, '--done': `${donePercent}%` } as React.CSSProperties}
              {...(state === 'now' && { 'aria-current': 'step' as const })}
            >
              <i className={classes.bar} />
              <b className="b">{title}</b>
              <span className="sm soft" title={summary}>
                {state === 'done' ? 'behind you' : state === 'now' ? `to ${dayShort(to)}` : `from ${dayShort(from)}`}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className={classes.exam}>
        <i className={classes.bar} />
        <b className="b">Exam</b>
        <span className="sm soft">{dayShort(plan.examOn)}</span>
      </div>
      <div className={classes.below}>
        <Legend timeline={timeline} />
        <AsTable caption="Timeline to the exam" head={['What', 'From', 'To']} rows={rowsOf(plan, timeline)} />
      </div>
    </figure>
  );
}

function Legend({ timeline: { breaks, buffer, fixedDates } }: { timeline: Timeline }) {
  return (
    <ul className={classes.legend} aria-label="What the timeline shows">
      {fixedDates.length > 0 && (
        <li>
          <KindMark kind="fixed" silent /> Fixed date
        </li>
      )}
      {breaks.length > 0 && (
        <li>
          <i className={classes.breakSign} /> Break
        </li>
      )}
      {buffer && (
        <li>
          <i className={classes.bufferSign} /> {days(daysBetween(buffer.from, buffer.to) + 1)} without new work
        </li>
      )}
    </ul>
  );
}

const rowsOf = ({ today, examOn }: Plan, { phases, breaks, buffer, fixedDates }: Timeline) =>
  [
    ...phases.map(({ title, from, to }) => [title, from, to] as const),
    ...breaks.map(({ note, from, to }) => [note ? `Break: ${note}` : 'Break', from, to] as const),
    ...fixedDates.map(({ title, date }) => [title, date, date] as const),
    ...(buffer ? [['Without new work', buffer.from, buffer.to] as const] : []),
    ['Today', today, today] as const,
    ['Exam', examOn, examOn] as const,
  ]
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([what, from, to]) => [what, weekdayAndDay(from), weekdayAndDay(to)]);
