/** The outbox: keeps study that could not be sent, sends it once there is a network, and tells who looks. */
import { useSyncExternalStore } from 'react';
import { logStudy, type StudyEntry } from '@server/progress/progress.contract';
import { named } from '../../../api/base';
import { call } from '../../../api/call';
import { NoAnswer, retryAfterMs } from '../../../api/refusal';
import { onSession, readSession } from '../../../api/session';
import { endedWith } from '../../../api/session-end';
import { sealLate } from '../../../device/device';
import { deviceStore } from '../../../device/device-store';
import { inOrder, mayPass, sendInOrder, waitAfter, type Fate, type KeptStudy, type Study } from './outbox-entry';

const LOCK = named('daymark-outbox');
const NOTHING: readonly KeptStudy[] = [];

let kept: readonly KeptStudy[] = NOTHING;
const watchers = new Set<() => void>();
const hearers = new Set<(entry: KeptStudy) => void>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK);
/** The server asked not to be asked before: in milliseconds since 1970. */
let quietUntil = 0;
otherTabs?.addEventListener('message', ({ data }) => {
  if (typeof data === 'number') beQuiet(data);
  else void reload();
});

/** What became of study that was logged: the entry, or that it is kept on this device; locked where the session ended meanwhile. */
export type Logged = { kind: 'sent'; entry: StudyEntry } | { kind: 'kept'; attempt: string } | { kind: 'locked' };

/** Sends study, or keeps it where nobody answers. Behind what waits already it waits too, so that the order holds. */
export async function logOrKeep(enrollmentId: string, attempt: string, study: Study, title: string): Promise<Logged> {
  const accountId = readSession().account?.id;
  const entry: KeptStudy = { attempt, accountId: accountId ?? '', enrollmentId, study, title, refusal: null };
  try {
    if (Date.now() < quietUntil || kept.some(({ refusal }) => refusal === null)) throw new Waiting();
    return { kind: 'sent', entry: await send(entry, 'web') };
  } catch (error) {
    if (!accountId || !(error instanceof Waiting || mayPass(error))) throw error;
    return keep(entry, error);
  }
}

/** Others wait already. */
class Waiting extends Error {}

/** Where the device keeps nothing, the person must know that it was not kept: the failure itself is thrown. */
async function keep(entry: KeptStudy, cause: unknown): Promise<Logged> {
  if (!isOwn(entry)) return lock(entry, cause);
  try {
    await (await deviceStore()).put('outbox', entry);
  } catch {
    throw cause;
  }
  // The session may have ended while it was written.
  if (!isOwn(entry)) {
    await discard(entry.attempt);
    return lock(entry, cause);
  }
  await changed();
  if (cause instanceof Waiting) void flush();
  else later(cause);
  return { kind: 'kept', attempt: entry.attempt };
}

/** The session ended while the study was sent. What becomes of it is told on the sign-in page. */
async function lock(entry: KeptStudy, cause: unknown): Promise<Logged> {
  const isLocked = await sealLate(entry.accountId, entry).catch(() => false);
  endedWith(isLocked ? { locked: 1, lost: 0 } : { locked: 0, lost: 1 });
  if (!isLocked) throw cause;
  return { kind: 'locked' };
}

const isOwn = ({ accountId }: KeptStudy): boolean => readSession().account?.id === accountId;

/** Never as somebody else: who is signed in may have changed since it was read from the device. */
async function send(entry: KeptStudy, source: 'web' | 'offline'): Promise<StudyEntry> {
  if (!isOwn(entry)) throw new NoAnswer();
  const { enrollmentId, attempt, study } = entry;
  return call(logStudy, { params: { enrollmentId }, headers: { 'idempotency-key': attempt }, body: { ...study, source } });
}

/** Takes back what was not sent yet. */
export async function discard(attempt: string): Promise<void> {
  await (await deviceStore()).delete('outbox', attempt);
  await changed();
}

let flushing: Promise<void> | undefined;

let retry: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, one tab at a time, and not before the server wants to be asked. */
export function flush(): Promise<void> {
  if (Date.now() < quietUntil) return reload().catch(() => undefined);
  flushing ??= alone(round).finally(() => {
    flushing = undefined;
  });
  return flushing;
}

async function round(): Promise<void> {
  await reload();
  const stopped = await sendInOrder(kept, (entry) => send(entry, 'offline'), settle);
  if (stopped) later(stopped.cause);
}

/** Tries again after a while. Where the server said how long, nothing is sent before, in any tab. */
function later(cause: unknown): void {
  const until = Date.now() + waitAfter(cause);
  if (retryAfterMs(cause) > 0) {
    beQuiet(until);
    otherTabs?.postMessage(until);
  } else retryAt(until);
}

function beQuiet(until: number): void {
  quietUntil = Math.max(quietUntil, until);
  retryAt(quietUntil);
}

function retryAt(instant: number): void {
  clearTimeout(retry);
  retry = setTimeout(() => void flush(), instant - Date.now());
}

async function settle(entry: KeptStudy, fate: Fate): Promise<void> {
  const device = await deviceStore();
  if (fate === 'sent') await device.delete('outbox', entry.attempt);
  else if (isOwn(entry)) await device.put('outbox', entry);
  await changed();
  for (const hear of hearers) hear(entry);
}

const alone = (work: () => Promise<void>): Promise<void> =>
  ((navigator.locks as LockManager | undefined) ? (navigator.locks.request(LOCK, work) as Promise<void>) : work()).catch(() => undefined);

async function changed(): Promise<void> {
  await reload();
  otherTabs?.postMessage('changed');
}

async function reload(): Promise<void> {
  const accountId = readSession().account?.id;
  const all = (await (await deviceStore()).getAll('outbox').catch(() => [])) as KeptStudy[];
  kept = inOrder(all.filter((entry) => entry.accountId === accountId));
  for (const watch of watchers) watch();
}

/** Begins to send what waits: now, when somebody signs in, when the network comes back, and when the page is looked at again. */
export function watchOutbox(heard: (entry: KeptStudy) => void): () => void {
  const go = () => void flush();
  const goIfSeen = () => document.visibilityState === 'visible' && go();
  hearers.add(heard);
  window.addEventListener('online', go);
  document.addEventListener('visibilitychange', goIfSeen);
  const stop = onSession(go);
  go();
  return () => {
    hearers.delete(heard);
    window.removeEventListener('online', go);
    document.removeEventListener('visibilitychange', goIfSeen);
    stop();
  };
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** What waits on this device for the person who is signed in, as it is on the device now. */
export async function unsentStudies(): Promise<readonly KeptStudy[]> {
  await reload();
  return kept;
}

/** What waits on this device for the person who is signed in, in order. */
export const useOutbox = (): readonly KeptStudy[] => useSyncExternalStore(watch, () => kept);
