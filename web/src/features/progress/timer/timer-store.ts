/** The one timer of this device, for whoever is signed in: kept so that it survives a reload and a closed browser, and the same in every tab. */
import { useSyncExternalStore } from 'react';
import { readSession } from '../../../api/session';
import { itemKey } from '../../../device/items';
import { paused, readTimer, resumed, started, type Rounds, type TimedStudy, type Timer } from './timer';

const keyOf = () => itemKey('timer', readSession().account?.id ?? '');

let text: string | null = null;
let timer: Timer | null = null;
const watchers = new Set<() => void>();

/** Read from the device each time, for another tab may have changed it; the same object as long as the text is the same. */
function now(): Timer | null {
  const kept = read();
  if (kept !== text) [text, timer] = [kept, readTimer(kept)];
  return timer;
}

function keep(next: Timer | null): void {
  try {
    if (next) localStorage.setItem(keyOf(), JSON.stringify(next));
    else localStorage.removeItem(keyOf());
  } catch {
    // The device keeps nothing: then the timer lives as long as this page.
    [text, timer] = [unkept, next];
  }
  for (const watch of watchers) watch();
}

const unkept = 'unkept';

function read(): string | null {
  try {
    return localStorage.getItem(keyOf());
  } catch {
    return timer ? unkept : null;
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

/** The timer, running or paused; null where there is none. */
export const useTimer = (): Timer | null => useSyncExternalStore(watch, now);

export const startTimer = (study: TimedStudy, rounds: Rounds | null = null) => keep(started(study, Date.now(), rounds));
export const pauseTimer = () => change((timer) => paused(timer, Date.now()));
export const resumeTimer = () => change((timer) => resumed(timer, Date.now()));
export const setRounds = (rounds: Rounds | null) => change((timer) => ({ ...timer, rounds }));
export const endTimer = () => keep(null);
/** Puts back one that was ended, as it was. */
export const restoreTimer = (ended: Timer) => keep(ended);

function change(by: (timer: Timer) => Timer): void {
  const timer = now();
  if (timer) keep(by(timer));
}
