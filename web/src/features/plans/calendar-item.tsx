import { useDraggable } from '@dnd-kit/core';
import type { FixedDate, Plan, PlanItem } from '@server/plans/plans.contract';
import { classNames } from '../../ui/class-names';
import { minutesOf, unbroken } from '../../ui/format';
import { CheckIcon, PinIcon } from '../../ui/icons';
import { KindMark, kindWord } from '../../ui/kind-mark';
import type { ItemChange } from './change-words';
import { ItemPopover } from './item-popover';
import { shortTitle, stateOf } from './item-state';
import { isMovable } from './moved-item';
import type { ItemActs } from './use-item-acts';
import classes from './calendar-item.module.css';

interface Props {
  plan: Plan;
  item: PlanItem;
  acts: ItemActs;
  /** With its whole title: where a day is wide. */
  whole: boolean;
}

/** An item in its day. What is open can be dragged to another day, or opened by a click or a key. */
export function CalendarItem({ plan, item, acts, whole }: Props) {
  const movable = isMovable(plan, item);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: item.id, data: { item }, disabled: !movable });
  const state = stateOf(item);
  const shape = {
    className: classNames(classes.item, isDragging && classes.dragged),
    'data-kind': item.kind,
    'data-state': state,
    title: `${item.title}, ${minutesOf(item.minutes)}`,
  };
  const face = <Face item={item} whole={whole} />;
  if (!movable) return <div {...shape}>{face}</div>;
  return (
    <ItemPopover plan={plan} item={item} acts={acts}>
      {(open) => (
        <button type="button" {...shape} ref={setNodeRef} {...listeners} onClick={open}>
          {face}
        </button>
      )}
    </ItemPopover>
  );
}

/** What an item looks like in a cell; also while it is carried. */
export function Face({ item, whole }: { item: PlanItem; whole: boolean }) {
  const state = stateOf(item);
  return (
    <>
      <span className={classes.marks}>
        {state === 'done' ? <CheckIcon size="s" /> : <KindMark kind={item.kind} />}
        {item.pinned && <PinIcon size="s" />}
        <b className="num">{state === 'partly' ? `${item.loggedMinutes}/${item.minutes}` : item.minutes}</b>
      </span>
      <span className={whole ? undefined : classes.title}>
        {whole ? unbroken(item.title) : shortTitle(item.title)}
        <span className="vh">
          {' min'}
          {state !== 'open' && `, ${state}`}
          {item.pinned && ', pinned'}
        </span>
      </span>
    </>
  );
}

/** Where a proposed plan would put something. */
export function ProposedItem({ change: { kind, title, to } }: { change: ItemChange }) {
  return (
    <div className={classes.item} data-kind={kind} data-proposed title={`${title}, proposed`}>
      <span className={classes.marks}>
        <KindMark kind={kind} />
        <b className="num">{to?.minutes}</b>
      </span>
      <span className={classes.title}>
        {shortTitle(title)}
        <span className="vh">, {kindWord(kind)}, proposed place</span>
      </span>
    </div>
  );
}

/** A workshop or a session of a cohort: it stays where it is. */
export function FixedItem({ date: { title, minutes } }: { date: FixedDate }) {
  return (
    <div className={classes.item} data-kind="fixed" title={`${title}, ${minutesOf(minutes)}, fixed`}>
      <span className={classes.marks}>
        <KindMark kind="fixed" />
        <PinIcon size="s" />
        <b className="num">{minutes}</b>
      </span>
      <span className={classes.title}>{title}</span>
    </div>
  );
}
