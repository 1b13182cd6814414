import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Today } from '@server/today/today.contract';
import { useSingleKeys } from '../../ui/single-keys';
import { pauseTimer, resumeTimer, startTimer, useTimer } from '../progress/timer/timer-store';

/** Starts the timer on what is now, or on the level as a whole; T does it too, and pauses and goes on while there is one. */
export function useStartTimer(page: Today, now: Today['items'][number] | undefined): () => void {
  const timer = useTimer();
  const isWanted = useSearch({ strict: false }).timer === true;
  const navigate = useNavigate();
  const { enrollmentId, date, level } = page;
  const start = () =>
    startTimer({
      ...{ enrollmentId, date, title: now?.title ?? level.title },
      skillId: now?.skillId ?? null,
      projectId: now?.projectId ?? null,
      planItemId: now?.id ?? null,
      plannedMinutes: now ? Math.max(1, now.minutes - now.loggedMinutes) : null,
    });
  const press = () => (timer ? (timer.resumedAt === null ? resumeTimer() : pauseTimer()) : start());
  useHotkeys(useSingleKeys() ? [['t', press]] : []);
  // T on another page leads here, and starts it.
  useEffect(() => {
    if (!isWanted) return;
    if (!timer) start();
    void navigate({ to: '/today', search: {}, replace: true });
  });
  return start;
}
