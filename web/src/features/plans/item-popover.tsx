import { Button, Popover, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Plan, PlanItem } from '@server/plans/plans.contract';
import { addDays, minutesOf, unbroken, weekdayAndDay } from '../../ui/format';
import { CheckIcon, DownloadIcon, PinIcon } from '../../ui/icons';
import { kindWord } from '../../ui/kind-mark';
import { doneWords, type ItemActs } from './use-item-acts';
import classes from './item-popover.module.css';

interface Props {
  plan: Plan;
  item: PlanItem;
  acts: ItemActs;
  /** The item as it stands in the calendar or the list: a button that opens it. */
  children: (open: () => void) => ReactElement;
}

/** What can be done with an item, beside it: move it to another day, pin it, log it as done, put it into one's own calendar. */
export function ItemPopover({ plan, item, acts, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={296} trapFocus returnFocus>
      <Popover.Target>{children(() => setOpened(!opened))}</Popover.Target>
      <Popover.Dropdown>{opened && <Acts plan={plan} item={item} acts={acts} onDone={() => setOpened(false)} />}</Popover.Dropdown>
    </Popover>
  );
}

function Acts({ plan, item, acts, onDone }: Omit<Props, 'children'> & { onDone: () => void }) {
  const [date, setDate] = useState(item.date);
  const act = (run: () => void) => () => {
    onDone();
    run();
  };
  const move = (event: FormEvent) => {
    event.preventDefault();
    act(() => acts.pin(item, date))();
  };
  return (
    <div className={classes.acts}>
      <div>
        <p className="b">{unbroken(item.title)}</p>
        <p className="sm soft">
          {kindWord(item.kind)}, {minutesOf(item.minutes)}, {weekdayAndDay(item.date)}
          {item.pinned && ', pinned'}
        </p>
      </div>
      <form onSubmit={move} className={classes.move}>
        <TextInput
          type="date"
          label="Move to"
          value={date}
          min={plan.today}
          max={addDays(plan.examOn, -1)}
          onChange={({ currentTarget }) => setDate(currentTarget.value || date)}
        />
        <Button type="submit" disabled={date === item.date || acts.isBusy}>
          Move and pin
        </Button>
      </form>
      <div className={classes.rest}>
        {item.pinned ? (
          <Button variant="subtle" size="sm" justify="start" leftSection={<PinIcon size="s" />} onClick={act(() => acts.unpin(item))}>
            Unpin: the plan may move it
          </Button>
        ) : (
          <Button variant="subtle" size="sm" justify="start" leftSection={<PinIcon size="s" />} onClick={act(() => acts.pin(item, item.date))}>
            Pin to this day
          </Button>
        )}
        <Button variant="subtle" size="sm" justify="start" leftSection={<CheckIcon size="s" />} onClick={act(() => acts.done(item))}>
          {doneWords(item)}
        </Button>
        <Button variant="subtle" size="sm" justify="start" leftSection={<DownloadIcon size="s" />} onClick={act(() => acts.saveEvent(item))}>
          Add to calendar
        </Button>
      </div>
    </div>
  );
}
