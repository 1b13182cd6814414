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
      <div className={classes.frame} role="table" aria-label="Plan by day">
        <div role="row" className={classes.names}>
          {dates.slice(0, 7).map((date, index) => (
            <span key={date} role="columnheader">
              {weekdayShort((index + first) % 7)}
            </span>
          ))}
        </div>
        {Array.from({ length: WEEKS }, (_, week) => (
          <div key={week} role="row" className={classes.week}>
            {dates.slice(week * 7, week * 7 + 7).map((date) => (
              <Day key={date} date={date} plan={plan} items={byDate.get(date) ?? []} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Day({ date, plan, items }: { date: string; plan: Plan; items: readonly PlanItem[] }) {
  const isExam = date === plan.examOn;
  const state = isExam ? 'exam' : date === plan.today ? 'today' : date < plan.today ? 'past' : 'ahead';
  return (
    <div role="cell" className={classes.day} data-state={state} aria-label={dayInFull(date)}>
      <span className="sm num">{Number(date.slice(8))}</span>
      {isExam && (
        <div className={classes.exam}>
          <KindMark kind="exam" silent /> Exam
        </div>
      )}
      {items.map((item) => (
        <div key={item.id} className={classes.item} data-kind={item.kind} data-state={item.state} title={`${item.title}, ${minutesOf(item.minutes)}`}>
          {item.state === 'done' ? <CheckIcon size="s" /> : <KindMark kind={item.kind} />}
          <span>
            {item.title.replace(/, part (\d+) of \d+$/, ' $1')}
            {item.state !== 'open' && <span className="vh"> {item.state}</span>}
          </span>
          <b className="num">{item.minutes}</b>
        </div>
      ))}
    </div>
  );
}

const monthName = (date: string) => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

function monthsOf(dates: readonly string[]): string {
  const [from, to] = [monthName(dates[0] ?? ''), monthName(dates.at(-1) ?? '')];
  return from === to ? from : `${from} and ${to}`;
}
