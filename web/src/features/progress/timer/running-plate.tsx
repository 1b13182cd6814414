import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { notSaved } from '../../../api/refusal';
import { minutesOf, unbroken } from '../../../ui/format';
import { lazyPart } from '../../../ui/lazy-part';
import { Plate } from '../../../ui/plate';
import { toast } from '../../../ui/toast-store';
import { useLogStudy } from '../progress-queries';
import { useStudyLogged } from '../use-study-logged';
import { clockText } from './clock-text';
import { POMODORO, ranMs, studiedMinutes, turnOf, wasLikelyLeft, type Timer, type Turn } from './timer';
import { endTimer, pauseTimer, restoreTimer, resumeTimer, setRounds } from './timer-store';
import { useSeconds } from './use-seconds';
import type { TimerLeftProps } from './timer-left';
import classes from './running-plate.module.css';

const TimerLeft = lazyPart<TimerLeftProps>('The timer', () => import('./timer-left').then(({ TimerLeft: Part }) => Part));

interface Props {
  timer: Timer;
  onLogged: (changedAt: string) => void;
  className: string;
}

/** The plate while the timer is on: how long, and what to do with it. One that was left running overnight asks. */
export function RunningPlate({ timer, onLogged, className }: Props) {
  const isRunning = timer.resumedAt !== null;
  const now = useSeconds(isRunning);
  const [attempt] = useState(() => uuidv7());
  const log = useLogStudy(timer.study.enrollmentId);
  const tell = useStudyLogged(timer.study.enrollmentId, onLogged);
  const turn = turnOf(timer, now);
  const { date, title, skillId, projectId, planItemId } = timer.study;

  const finish = (minutes: number) =>
    log.mutate(
      { attempt, title, study: { date, minutes, skillId, projectId, planItemId } },
      { onSuccess: (logged) => (endTimer(), tell(logged, minutes, title)) },
    );
  const drop = () => {
    endTimer();
    toast('Timer ended, nothing logged', () => restoreTimer(timer));
  };

  return (
    <Plate className={className} eyebrow={<span>{eyebrow(isRunning, turn)}</span>} title={unbroken(title)}>
      {wasLikelyLeft(timer, now) ? (
        <TimerLeft timer={timer} ran={clockText(ranMs(timer, now))} isPending={log.isPending} onFinish={finish} onDrop={drop} />
      ) : (
        <>
          <p className={classes.figure} role="timer" aria-live="off">
            {clockText(turn ? turn.leftMs : ranMs(timer, now))}
          </p>
          {turn && <p className="sm num">{turn.kind === 'work' ? `left of round ${turn.round}` : 'left to rest'}</p>}
          <div className={classes.acts}>
            <Button size="lg" loading={log.isPending} disabled={studiedMinutes(timer, now) === 0} onClick={() => finish(studiedMinutes(timer, now))}>
              Stop, log {minutesOf(Math.max(1, studiedMinutes(timer, now)))}
            </Button>
            <Button size="lg" variant="default" onClick={isRunning ? pauseTimer : resumeTimer}>
              {isRunning ? 'Pause' : 'Go on'}
            </Button>
          </div>
          <div className={classes.more}>
            <button type="button" className={classes.link} onClick={() => setRounds(timer.rounds ? null : POMODORO)}>
              {timer.rounds ? 'Count without rests' : `Rest ${POMODORO.rest} min after each ${POMODORO.work}`}
            </button>
            <button type="button" className={classes.link} onClick={drop}>
              End without logging
            </button>
          </div>
        </>
      )}
      {log.error && <p role="alert">{notSaved(log.error)}</p>}
    </Plate>
  );
}

const eyebrow = (isRunning: boolean, turn: Turn | null) => (isRunning ? (turn?.kind === 'rest' ? 'Rest' : 'Studying now') : 'Paused');
