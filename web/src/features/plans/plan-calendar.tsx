import { useState } from 'react';
import { ActionIcon, Button } from '@mantine/core';
import type { Plan, PlanItem } from '@server/plans/plans.contract';
import { byDay } from './by-day';
import { addDays, dayInFull, firstWeekday, minutesOf, weekdayShort, weekStart } from '../../ui/format';
import { CheckIcon, ChevronLeftIcon, ChevronRightIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import classes from './plan-calendar.module.css';

const WEEKS = 5;

/** Five weeks of the plan, a cell a day: what is planned with its minutes, rest days empty, the exam filled red. */
export function PlanCalendar({ plan }: { plan: Plan }) {
  const first = firstWeekday();
  const [start, setStart] = useState(weekStart(plan.today, first));
  const dates = Array.from({ length: WEEKS * 7 }, (_, i) => addDays(start, i));
  const byDate = byDay(plan.items);
  const isRest = restColumns(dates, (date) => date === plan.examOn || byDate.has(date));
  const columns = isRest.map((rest) => (rest ? 'minmax(52px, 0.45fr)' : 'minmax(0, 1fr)')).join(' ');
  return (
    <section aria-label="Calendar">
      <div className={classes.head}>
        <h2>{monthsOf(dates)}</h2>
        <ActionIcon aria-label="Earlier weeks" onClick={() => setStart(addDays(start, -7 * WEEKS))}>
          <ChevronLeftIcon />
        </ActionIcon>
        <Button variant="default" onClick={() => setStart(weekStart(plan.today, first))}>
          Today
        </Button>
        <ActionIcon aria-label="Later weeks" onClick={() => setStart(addDays(start, 7 * WEEKS))}>
          <ChevronRightIcon />
        </ActionIcon>
      </div>
      <div className={classes.frame} role="table" aria-label="Plan by day" style={{ '--columns': columns } as React.CSSProperties}>
        <div role="row" className={classes.names}>
          {dates.slice(0, 7).map((date, index) => (
            <span key={date} role="columnheader">
              {weekdayShort((index + first) % 7)}
            </span>
          ))}
        </div>
        {Array.from({ length: WEEKS }, (_, week) => (
          <div key={week} role="row" className={classes.week}>
            {dates.slice(week * 7, week * 7 + 7).map((date, index) => (
              <Day key={date} date={date} plan={plan} items={byDate.get(date) ?? []} rest={isRest[index] ?? false} />
            ))}
          </div>
        ))}
      </div>
      <Legend kinds={KINDS.filter((kind) => plan.items.some((item) => item.kind === kind))} />
    </section>
  );
}

const KINDS: readonly PlanItem['kind'][] = ['study', 'review', 'project', 'practice'];
const KIND_NAMES: Record<PlanItem['kind'], string> = { study: 'Study', review: 'Review', project: 'Project', practice: 'Practice exam' };

function Legend({ kinds }: { kinds: readonly PlanItem['kind'][] }) {
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {kinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} silent /> {KIND_NAMES[kind]}
        </li>
      ))}
      <li>
        <KindMark kind="exam" silent /> Exam
      </li>
    </ul>
  );
}

/** Weekdays on which nothing stands in any of the weeks shown; none where nothing stands at all. */
function restColumns(dates: readonly string[], stands: (date: string) => boolean): boolean[] {
  const free = Array.from({ length: 7 }, (_, index) => !dates.some((date, i) => i % 7 === index && stands(date)));
  return free.every(Boolean) ? free.map(() => false) : free;
}

function Day({ date, plan, items, rest }: { date: string; plan: Plan; items: readonly PlanItem[]; rest: boolean }) {
  const isExam = date === plan.examOn;
  const state = isExam ? 'exam' : date === plan.today ? 'today' : date < plan.today ? 'past' : 'ahead';
  return (
    <div role="cell" className={classes.day} data-state={state} {...(rest && { 'data-rest': true })} aria-label={dayInFull(date)}>
      <span className="sm num">{Number(date.slice(8))}</span>
      {rest && <span className={classes.rest}>rest</span>}
      {isExam && (
        <div className={classes.exam}>
          <KindMark kind="exam" silent /> Exam
        </div>
      )}
      {items.map((item) => (
        <div key={item.id} className={classes.item} data-kind={item.kind} data-state={stateOf(item)} title={`${item.title}, ${minutesOf(item.minutes)}`}>
          <div>
            {item.state === 'done' ? <CheckIcon size="s" /> : <KindMark kind={item.kind} />}
            <b className="num">{stateOf(item) === 'partly' ? `${item.loggedMinutes}/${item.minutes}` : item.minutes}</b>
          </div>
          <span>
            {item.title.replace(/, part (\d+) of \d+$/, ' $1')}
            {item.state !== 'open' && <span className="vh"> {stateOf(item)}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}

/** A day on which some of it was logged is not a missed one: the rest rolled on. */
const stateOf = ({ state, loggedMinutes }: PlanItem) => (state !== 'done' && loggedMinutes > 0 ? 'partly' : state);

const monthName = (date: string) => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

function monthsOf(dates: readonly string[]): string {
  const [from, to] = [monthName(dates[0] ?? ''), monthName(dates.at(-1) ?? '')];
  return from === to ? from : `${from} and ${to}`;
}
