import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { clockText } from './clock-text';
import { ranMs, type Timer } from './timer';
import { useTimer } from './timer-store';
import { useSeconds } from './use-seconds';
import classes from './timer-chip.module.css';

/** On every page but Today: that the timer is on, how long, and the way back to it. */
export function TimerChip() {
  const timer = useTimer();
  return timer && <On timer={timer} />;
}

function On({ timer }: { timer: Timer }) {
  const now = useSeconds(timer.resumedAt !== null);
  const time = clockText(ranMs(timer, now));
  return (
    <Link to="/today" className={classes.chip}>
      <VisuallyHidden>{timer.resumedAt === null ? 'Timer paused: ' : 'Timer on: '}</VisuallyHidden>
      <span className={classes.mark} data-paused={timer.resumedAt === null || undefined} aria-hidden />
      <span className="num b">{time}</span>
      <span className={classes.title}>{timer.study.title}</span>
    </Link>
  );
}
