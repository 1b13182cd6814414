import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { Plan, PlanItem } from '@server/plans/plans.contract';
import { addDays, dayShort, firstWeekday, weekdayShort, weekStart } from '../../ui/format';
import { ChevronLeftIcon, ChevronRightIcon, PinIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import { byDay } from './by-day';
import { CalendarDay } from './calendar-day';
import { CalendarDrag } from './calendar-drag';
import type { ItemChange } from './change-words';
import { monthRange } from './month-range';
import { useItemActs } from './use-item-acts';
import classes from './plan-calendar.module.css';

interface Props {
  plan: Plan;
  /** Five weeks, a cell a day, or one week with whole titles. */
  view: 'month' | 'week';
  /** A plan that might be: what it moves stands where it would put it. */
  proposed?: readonly ItemChange[] | undefined;
}

/** The plan by day: what is planned with its minutes, rest days narrow, the exam filled red. Items are dragged from day to day. */
export function PlanCalendar({ plan, view, proposed = [] }: Props) {
  const first = firstWeekday();
  const weeks = view === 'month' ? 5 : 1;
  const [start, setStart] = useState(weekStart(plan.today, first));
  const acts = useItemActs(plan);
  const dates = Array.from({ length: weeks * 7 }, (_, i) => addDays(start, i));
  const fixed = byDay(plan.fixedDates);
  const changed = proposed.filter(({ change }) => change !== 'kept');
  const comes = byDay(changed.flatMap((change) => (change.to ? [{ ...change, date: change.to.date }] : [])));
  const leaves = new Set(changed.map(({ itemId }) => itemId));
  const items = byDay(plan.items.filter(({ id, date }) => date < plan.today || !leaves.has(id)));
  const isRest = restColumns(view === 'month' ? dates : [], (date) => date === plan.examOn || items.has(date) || fixed.has(date) || comes.has(date));
  const columns = isRest.map((rest) => (rest ? 'minmax(52px, 0.45fr)' : 'minmax(0, 1fr)')).join(' ');
  return (
    <section aria-label="Calendar">
      <div className={classes.head}>
        <h2>
          {view === 'month' ? monthRange(dates[0] ?? '', dates.at(-1) ?? '') : `${dayShort(dates[0] ?? '')} to ${dayShort(dates.at(-1) ?? '')}`}
          {changed.length > 0 && <span className={classes.wouldBe}>as it would be</span>}
        </h2>
        <ActionIcon aria-label={view === 'month' ? 'Earlier weeks' : 'The week before'} onClick={() => setStart(addDays(start, -7 * weeks))}>
          <ChevronLeftIcon />
        </ActionIcon>
        <Button variant="default" onClick={() => setStart(weekStart(plan.today, first))}>
          Today
        </Button>
        <ActionIcon aria-label={view === 'month' ? 'Later weeks' : 'The week after'} onClick={() => setStart(addDays(start, 7 * weeks))}>
          <ChevronRightIcon />
        </ActionIcon>
      </div>
      <CalendarDrag onMove={acts.pin}>
        <div className={classes.frame} role="table" aria-label="Plan by day" data-view={view} style={{ '--columns': columns } as React.CSSProperties}>
          <div role="row" className={classes.names}>
            {dates.slice(0, 7).map((date, index) => (
              <span key={date} role="columnheader">
                {weekdayShort((index + first) % 7)}
              </span>
            ))}
          </div>
          {Array.from({ length: weeks }, (_, week) => (
            <div key={week} role="row" className={classes.week}>
              {dates.slice(week * 7, week * 7 + 7).map((date, index) => (
                <CalendarDay
                  key={date}
                  plan={plan}
                  date={date}
                  items={items.get(date) ?? []}
                  fixedDates={fixed.get(date) ?? []}
                  comes={comes.get(date) ?? []}
                  acts={acts}
                  isRest={isRest[index] ?? false}
                  whole={view === 'week'}
                />
              ))}
            </div>
          ))}
        </div>
      </CalendarDrag>
      <Legend plan={plan} hasProposed={changed.length > 0} />
    </section>
  );
}

const KINDS: readonly PlanItem['kind'][] = ['study', 'review', 'project', 'practice'];
const KIND_NAMES: Record<PlanItem['kind'], string> = { study: 'Study', review: 'Review', project: 'Project', practice: 'Practice exam' };

function Legend({ plan: { items, fixedDates }, hasProposed }: { plan: Plan; hasProposed: boolean }) {
  const kinds = KINDS.filter((kind) => items.some((item) => item.kind === kind));
  return (
    <>
      <ul className={classes.legend} aria-label="What the marks mean">
        {kinds.map((kind) => (
          <li key={kind}>
            <KindMark kind={kind} silent /> {KIND_NAMES[kind]}
          </li>
        ))}
        <li>
          <KindMark kind="exam" silent /> Exam
        </li>
        {fixedDates.length > 0 && (
          <li>
            <KindMark kind="fixed" silent /> Fixed date
          </li>
        )}
        {(fixedDates.length > 0 || items.some(({ pinned }) => pinned)) && (
          <li>
            <PinIcon size="s" /> Never moved
          </li>
        )}
        {hasProposed && (
          <li>
            <i className={classes.dashed} /> Proposed place
          </li>
        )}
      </ul>
      <p className={classes.hint}>Drag an item to another day, or open it to move, pin or log it.</p>
    </>
  );
}

/** Weekdays on which nothing stands in any of the weeks shown; none where nothing stands at all. */
function restColumns(dates: readonly string[], stands: (date: string) => boolean): boolean[] {
  const free = Array.from({ length: 7 }, (_, index) => !dates.some((date, i) => i % 7 === index && stands(date)));
  return free.every(Boolean) ? free.map(() => false) : free;
}
