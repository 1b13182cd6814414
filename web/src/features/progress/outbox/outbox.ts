/** The outbox: keeps study that could not be sent, sends it once there is a network, and tells who looks. */
import { useSyncExternalStore } from 'react';
import { logStudy, type StudyEntry } from '@server/progress/progress.contract';
import { call } from '../../../api/call';
import { onSession, readSession } from '../../../api/session';
import { deviceStore } from '../../../app/device-store';
import { inOrder, mayPass, sendInOrder, type Fate, type KeptStudy, type Study } from './outbox-entry';

const LOCK = 'daymark-outbox';
/** While something waits it is tried this often, besides at once when the network comes back. */
const RETRY_MS = 15_000;
const NOTHING: readonly KeptStudy[] = [];

let kept: readonly KeptStudy[] = NOTHING;
const watchers = new Set<() => void>();
const hearers = new Set<(entry: KeptStudy) => void>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK);
otherTabs?.addEventListener('message', () => void reload());

/** What became of study that was logged: the entry, or that it is kept on this device. */
export type Logged = { kind: 'sent'; entry: StudyEntry } | { kind: 'kept'; attempt: string };

/** Sends study, or keeps it where nobody answers. Behind what waits already it waits too, so that the order holds. */
export async function logOrKeep(enrollmentId: string, attempt: string, study: Study, title: string): Promise<Logged> {
  const accountId = readSession().account?.id;
  const entry: KeptStudy = { attempt, accountId: accountId ?? '', enrollmentId, study, title, refusal: null };
  try {
    if (kept.some(({ refusal }) => refusal === null)) throw new Waiting();
    return { kind: 'sent', entry: await send(entry, 'web') };
  } catch (error) {
    if (!accountId || !(error instanceof Waiting || mayPass(error))) throw error;
    await keep(entry, error);
    void flush();
    return { kind: 'kept', attempt };
  }
}

/** Others wait already. */
class Waiting extends Error {}

/** Where the device keeps nothing, the person must know that it was not kept: the failure itself is thrown. */
async function keep(entry: KeptStudy, cause: unknown): Promise<void> {
  try {
    await (await deviceStore()).put('outbox', entry);
  } catch {
    throw cause;
  }
  await changed();
}

const send = ({ enrollmentId, attempt, study }: KeptStudy, source: 'web' | 'offline') =>
  call(logStudy, { params: { enrollmentId }, headers: { 'idempotency-key': attempt }, body: { ...study, source } });

/** Takes back what was not sent yet. */
export async function discard(attempt: string): Promise<void> {
  await (await deviceStore()).delete('outbox', attempt);
  await changed();
}

let flushing: Promise<void> | undefined;

/** Sends what waits, one tab at a time. */
export function flush(): Promise<void> {
  flushing ??= alone(round).finally(() => {
    flushing = undefined;
  });
  return flushing;
}

async function round(): Promise<void> {
  await reload();
  const isDone = await sendInOrder(kept, (entry) => send(entry, 'offline'), settle);
  if (!isDone) setTimeout(() => void flush(), RETRY_MS);
}

async function settle(entry: KeptStudy, fate: Fate): Promise<void> {
  const device = await deviceStore();
  if (fate === 'sent') await device.delete('outbox', entry.attempt);
  else await device.put('outbox', entry);
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

/** What waits on this device for whoever is signed in, in order. */
export const useOutbox = (): readonly KeptStudy[] => useSyncExternalStore(watch, () => kept);
