import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Today } from '@server/today/today.contract';
import { MINUTES_IN_A_DAY } from '@server/progress/progress.contract';
import { notSaved } from '../../../api/refusal';
import { dayInFull, minutesOf, unbroken } from '../../../ui/format';
import { MinutesField } from '../../../ui/minutes-field';
import { SideSheet } from '../../../ui/side-sheet';
import classes from './forgotten.module.css';
import { useLogForgotten } from './use-log-forgotten';

export interface ForgottenDrawerProps {
  enrollmentId: string;
  forgotten: NonNullable<Today['forgotten']>;
  opened: boolean;
  onClose: () => void;
  /** Yesterday didn't go as planned. */
  onOtherwise: () => void;
  onLogged?: (changedAt: string) => void;
}

/** Yesterday's plan as a form. The learner unchecks what they didn't do, and corrects the minutes. */
export function ForgottenFormDrawer(props: ForgottenDrawerProps) {
  return (
    <SideSheet opened={props.opened} onClose={props.onClose} title={dayInFull(props.forgotten.date)}>
      <ForgottenForm {...props} />
    </SideSheet>
  );
}

function ForgottenForm({ enrollmentId, forgotten: { date, items }, onClose, onOtherwise, onLogged }: ForgottenDrawerProps) {
  const [minutes, setMinutes] = useState(
    () => new Map(items.map((item): [string, number | null] => [item.id, Math.max(1, item.minutes - item.loggedMinutes)])),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { log, isPending, error } = useLogForgotten(enrollmentId, date, onLogged);
  const done = items.filter(({ id }) => !left.has(id)).map((item) => ({ item, minutes: minutes.get(item.id) ?? 0 }));
  const sum = done.reduce((total, each) => total + each.minutes, 0);
  const isPossible = done.length > 0 && done.every((each) => each.minutes > 0) && sum <= MINUTES_IN_A_DAY;
  const turn = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <form
      aria-label="Yesterday as planned"
      onSubmit={(event) => {
        event.preventDefault();
        void log(done).then((isLogged) => isLogged && onClose());
      }}
    >
      <ul className={classes.items}>
        {items.map(({ id, title }) => (
          <li key={id}>
            <Checkbox checked={!left.has(id)} onChange={() => turn(id)} label={unbroken(title)} />
            <MinutesField
              aria-label={`Minutes of ${title}`}
              hint=""
              max={MINUTES_IN_A_DAY}
              disabled={left.has(id)}
              value={minutes.get(id) ?? null}
              onChange={(value) => setMinutes((before) => new Map(before).set(id, value))}
            />
          </li>
        ))}
      </ul>
      {error && (
        <p className="sm risk" role="alert">
          {notSaved(error)}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" size="lg" disabled={!isPossible} loading={isPending}>
          Log {minutesOf(sum)}
        </Button>
        <Button variant="subtle" onClick={onOtherwise}>
          It went differently
        </Button>
      </div>
    </form>
  );
}
