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

/** Nobody knows how long it really was but the learner. */
export function TimerLeft({ timer, ran, isPending, onFinish, onDrop }: TimerLeftProps) {
  const [minutes, setMinutes] = useState<number | null>(likelyMinutes(timer));
  return (
    <>
      <p>The timer ran for {ran}, longer than anybody studies without a rest. How long was it really?</p>
      <div className={classes.acts}>
        <MinutesField aria-label="Minutes studied" max={1_440} hint="" value={minutes} onChange={setMinutes} className={classes.minutes ?? ''} />
        <Button size="lg" loading={isPending} disabled={minutes === null} onClick={() => minutes !== null && onFinish(minutes)}>
          Log {minutesOf(minutes ?? 0)}
        </Button>
        <Button size="lg" variant="default" onClick={onDrop}>
          Log nothing
        </Button>
      </div>
    </>
  );
}
