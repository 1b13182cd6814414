import { Button } from '@mantine/core';
import { useState } from 'react';
import { minutesOf } from '../../../ui/format';
import { MinutesField } from '../../../ui/minutes-field';
import { likelyMinutes, type Timer } from './timer';
import classes from './running-plate.module.css';

export interface TimerLeftProps {
  timer: Timer;
  ran: string;
  isPending: boolean;
  onFinish: (minutes: number) => void;
  onDrop: () => void;
}

/** Asks how long the learner really studied, because the timer was likely forgotten. */
export function TimerLeft({ timer, ran, isPending, onFinish, onDrop }: TimerLeftProps) {
  const [minutes, setMinutes] = useState<number | null>(likelyMinutes(timer));
  return (
    <>
      <p>The timer ran for {ran}. How long did you really study?</p>
      <div className={classes.acts}>
        <MinutesField aria-label="Minutes studied" max={1_440} hint="" value={minutes} onChange={setMinutes} className={classes.minutes ?? ''} />
        <Button size="lg" loading={isPending} disabled={minutes === null} onClick={() => minutes !== null && onFinish(minutes)}>
          Log {minutesOf(minutes ?? 0)}
        </Button>
        <Button size="lg" variant="default" onClick={onDrop}>
          Discard time
        </Button>
      </div>
    </>
  );
}
