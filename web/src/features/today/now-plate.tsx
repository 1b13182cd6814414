import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Today } from '@server/today/today.contract';
import { notSaved } from '../../api/refusal';
import { Beacon } from '../../ui/beacon';
import { bandsFor, bandsPainted } from '../../ui/beacon-shape';
import { dayShort, duration, minutesOf, unbroken } from '../../ui/format';
import { CheckIcon, TimerIcon } from '../../ui/icons';
import { KindMark, kindWord } from '../../ui/kind-mark';
import { Plate } from '../../ui/plate';
import { LogDrawer } from '../progress/log-drawer';
import { RunningPlate } from '../progress/timer/running-plate';
import { useTimer } from '../progress/timer/timer-store';
import { useQuickLog } from '../progress/use-quick-log';
import { useStartTimer } from './use-start-timer';
import classes from './now-plate.module.css';

interface Props {
  page: Today;
  onLogged: (changedAt: string) => void;
}

/** What to do now: one heading, one button. The day stands beside it as a beacon, a band for each session. */
export function NowPlate({ page, onLogged }: Props) {
  // In the address, so that Log on the phone's bar opens it too, and going back closes it.
  const isOpen = useSearch({ strict: false }).log === true;
  const navigate = useNavigate();
  const setOpen = (open: boolean) => void navigate({ to: '/today', search: open ? { log: true } : {}, replace: !open, resetScroll: false });
  const quick = useQuickLog(page.enrollmentId, onLogged);
  const { items, plannedMinutes, loggedMinutes, next } = page;
  const now = items.find(({ state }) => state === 'open');
  const bands = bandsFor(plannedMinutes || loggedMinutes);
  const worth = now && page.nextActions.find((action) => isWorkOn(action, now));
  const isDone = items.length > 0 && !now;
  const timer = useTimer();
  const start = useStartTimer(page, now);
  const isTimed = timer?.study.enrollmentId === page.enrollmentId;
  return (
    <div className={classes.frame}>
      {timer && isTimed ? (
        <RunningPlate timer={timer} onLogged={onLogged} className={classes.plate ?? ''} />
      ) : (
        <Plate
          className={classes.plate ?? ''}
          eyebrow={
            now ? (
              <>
                <KindMark kind={now.kind} silent /> <span>Now</span> <i>/</i> <span>{kindWord(now.kind)}</span> <i>/</i> <span>{minutesOf(now.minutes)}</span>
              </>
            ) : (
              <>
                {isDone && <CheckIcon size="s" />} <span>{isDone ? 'Done for today' : 'Nothing planned'}</span>
              </>
            )
          }
          title={now ? unbroken(now.title) : isDone ? `${loggedMinutes} of ${plannedMinutes} min` : 'A day off'}
        >
          {now ? (
            <p>{worth ? <Worth points={worth.points} minutes={worth.minutes} /> : 'The next part of your plan.'}</p>
          ) : (
            <p>
              {next ? `Next: ${next.title}, ${dayShort(next.date)}, ${minutesOf(next.minutes)}.` : 'Your plan is done. Keep what you know warm until the exam.'}
            </p>
          )}
          <div className={classes.acts}>
            {now && (
              <Button size="lg" leftSection={<CheckIcon />} loading={quick.isPending} onClick={() => quick.log(page.date, now)}>
                Done, log {minutesOf(now.minutes - Math.min(now.loggedMinutes, now.minutes - 1))}
              </Button>
            )}
            <Button size="lg" variant={now ? 'default' : 'filled'} leftSection={<TimerIcon />} onClick={start} title="Start the timer, T">
              Start timer
            </Button>
          </div>
          {quick.error && <p role="alert">{notSaved(quick.error)}</p>}
          <div className={classes.foot}>
            <button type="button" className={classes.link} {...LogDrawer.onIntent} onClick={() => setOpen(true)}>
              Log something else
            </button>
            <span className="sm num">
              {loggedMinutes} of {plannedMinutes} min today
            </span>
          </div>
        </Plate>
      )}
      <div className={classes.beacon}>
        <Beacon
          bands={bands}
          painted={bandsPainted(loggedMinutes, plannedMinutes, bands)}
          state={items.length === 0 && loggedMinutes === 0 ? 'rest' : 'today'}
          size="plate"
          onPlate
        />
      </div>
      <LogDrawer
        enrollmentId={page.enrollmentId}
        levelId={page.level.id}
        today={page.date}
        opened={isOpen}
        onClose={() => setOpen(false)}
        onLogged={onLogged}
      />
    </div>
  );
}

/** Studying it, not getting it looked at or signed off. */
const isWorkOn = ({ kind, skillId, projectId }: Today['nextActions'][number], now: Today['items'][number]): boolean =>
  now.skillId !== null
    ? skillId === now.skillId && (kind === 'study' || kind === 'review')
    : projectId !== null && projectId === now.projectId && kind === 'project';

const Worth = ({ points, minutes }: { points: number; minutes: number }) => (
  <>
    Likely worth <b>{points} points</b> for <span className="nowrap">{duration(minutes)}</span>.
  </>
);
