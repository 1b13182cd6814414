import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FixedDate, Plan, PlanItem } from '@server/plans/plans.contract';
import { classNames } from '../../ui/class-names';
import { dayInFull, minutesOf, unbroken, weekdayOf, weekdayShort } from '../../ui/format';
import { CheckIcon, PinIcon } from '../../ui/icons';
import { KindMark, kindWord } from '../../ui/kind-mark';
import { byDay } from './by-day';
import { ItemPopover } from './item-popover';
import { stateOf } from './item-state';
import { isMovable } from './moved-item';
import { useItemActs, type ItemActs } from './use-item-acts';
import classes from './plan-agenda.module.css';

/** The plan as a list from today on, day by day, up to the exam; what lies behind is folded away. For who may only read it. */
export function PlanAgenda({ plan }: { plan: Plan }) {
  return <Agenda plan={plan} />;
}

/** The same, for its learner: each open item opens what can be done with it. */
export function OwnPlanAgenda({ plan }: { plan: Plan }) {
  return <Agenda plan={plan} acts={useItemActs(plan)} />;
}

/** Of the list so many days are there at first: the exam stays in reach of a thumb. */
const NEXT_DAYS = 10;

interface Props {
  plan: Plan;
  acts?: ItemActs;
}

function Agenda({ plan, acts }: Props) {
  const [all, setAll] = useState(false);
  const past = plan.items.filter(({ date }) => date < plan.today);
  const daysAhead = new Set([...plan.items, ...plan.fixedDates].map(({ date }) => date).filter((date) => date >= plan.today)).size;
  const hidden = daysAhead - NEXT_DAYS;
  const own = acts && { acts };
  return (
    <>
      <h2 className="vh">Day by day</h2>
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>Behind you: {behind(past)}</summary>
          <Days plan={plan} isShown={(date) => date < plan.today} {...own} />
        </details>
      )}
      <Days plan={plan} isShown={(date) => date >= plan.today} most={all ? Infinity : NEXT_DAYS} {...own} />
      {hidden > 0 && (
        <Button variant="subtle" onClick={() => setAll(!all)}>
          {all ? 'Show the next days alone' : `Show all ${daysAhead} days to the exam`}
        </Button>
      )}
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

function Days({ plan, isShown, most = Infinity, acts }: Props & { isShown: (date: string) => boolean; most?: number }) {
  const items = byDay(plan.items);
  const fixed = byDay(plan.fixedDates);
  const dates = [...new Set([...items.keys(), ...fixed.keys()])].filter(isShown).sort().slice(0, most);
  return (
    <ol className={classes.days}>
      {dates.map((date) => (
        <li key={date} {...(date === plan.today && { 'aria-current': 'date' as const })}>
          <h3 className={classes.date}>
            <span aria-hidden>{weekdayShort(weekdayOf(date))}</span>
            <b aria-hidden className="num">
              {Number(date.slice(8))}
            </b>
            <span className="vh">{date === plan.today ? `Today, ${dayInFull(date)}` : dayInFull(date)}</span>
          </h3>
          <ul className={classes.items}>
            {fixed.get(date)?.map((each) => (
              <Fixed key={each.id} date={each} />
            ))}
            {items.get(date)?.map((item) => (
              <li key={item.id}>
                <Item plan={plan} item={item} {...(acts && { acts })} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Item({ plan, item, acts }: Props & { item: PlanItem }) {
  if (!acts || !isMovable(plan, item))
    return (
      <div className={classes.item} data-state={stateOf(item)}>
        <Face item={item} />
      </div>
    );
  return (
    <ItemPopover plan={plan} item={item} acts={acts}>
      {(open) => (
        <button type="button" className={classNames(classes.item, classes.own)} data-state={stateOf(item)} onClick={open}>
          <Face item={item} />
        </button>
      )}
    </ItemPopover>
  );
}

function Face({ item }: { item: PlanItem }) {
  const state = stateOf(item);
  return (
    <>
      {state === 'done' ? <CheckIcon size="s" /> : <KindMark kind={item.kind} silent />}
      <span className="grow">
        {unbroken(item.title)}
        <span className="vh">, {kindWord(item.kind)}</span>
      </span>
      {item.pinned && (
        <>
          <PinIcon size="s" />
          <span className="vh">pinned</span>
        </>
      )}
      <span className={classes.minutes}>
        {state === 'partly' ? `${item.loggedMinutes} of ${minutesOf(item.minutes)}` : state === 'missed' ? 'rolled on' : minutesOf(item.minutes)}
        {state === 'done' && <span className="vh"> done</span>}
      </span>
    </>
  );
}

function Fixed({ date: { title, minutes } }: { date: FixedDate }) {
  return (
    <li className={classes.item} data-state="fixed">
      <KindMark kind="fixed" silent />
      <span className="grow">
        {title}
        <span className="vh">, fixed date</span>
      </span>
      <PinIcon size="s" />
      <span className={classes.minutes}>{minutesOf(minutes)}</span>
    </li>
  );
}
