import { useDroppable } from '@dnd-kit/core';
import type { FixedDate, Plan, PlanItem } from '@server/plans/plans.contract';
import { dayInFull } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { CalendarItem, FixedItem, ProposedItem } from './calendar-item';
import type { ItemChange } from './change-words';
import { isPlannable } from './moved-item';
import type { ItemActs } from './use-item-acts';
import classes from './plan-calendar.module.css';

interface Props {
  plan: Plan;
  date: string;
  items: readonly PlanItem[];
  fixedDates: readonly FixedDate[];
  /** What a proposed plan would put here. */
  comes: readonly ItemChange[];
  acts: ItemActs;
  isRest: boolean;
  whole: boolean;
}

/** One day: what is fixed, what is planned, what a proposed plan would put there. A day before the exam takes what is dragged to it. */
export function CalendarDay({ plan, date, items, fixedDates, comes, acts, isRest, whole }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: date, disabled: !isPlannable(plan, date) });
  const isExam = date === plan.examOn;
  const state = isExam ? 'exam' : date === plan.today ? 'today' : date < plan.today ? 'past' : 'ahead';
  return (
    <div
      ref={setNodeRef}
      role="cell"
      className={classes.day}
      data-state={state}
      data-rest={isRest || undefined}
      data-over={isOver || undefined}
      aria-label={dayInFull(date)}
    >
      <span className="sm num">{Number(date.slice(8))}</span>
      {isRest && <span className={classes.rest}>rest</span>}
      {isExam && (
        <div className={classes.exam}>
          <KindMark kind="exam" silent /> Exam
        </div>
      )}
      {fixedDates.map((fixed) => (
        <FixedItem key={fixed.id} date={fixed} />
      ))}
      {items.map((item) => (
        <CalendarItem key={item.id} plan={plan} item={item} acts={acts} whole={whole} />
      ))}
      {comes.map((change) => (
        <ProposedItem key={`${change.itemId} ${change.change}`} change={change} />
      ))}
    </div>
  );
}
