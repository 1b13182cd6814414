/** Signing out by hand: at once where everything is on the server, else after a question. */
import { useSyncExternalStore } from 'react';
import { leaveEverywhere, readSession } from '../../api/session';
import { unsavedItems } from '../../device/items';
import { flush, unsentStudies } from '../../features/progress/outbox/outbox';
import { isNothing, type Losses } from './losses';

/** After this long we stop waiting for the server: the person wants to sign out. */
const LAST_TRY_MS = 4_000;

let asked: Losses | null = null;
const listeners = new Set<() => void>();

function ask(losses: Losses | null): void {
  asked = losses;
  for (const listener of listeners) listener();
}

/** Sends what can still be sent, then leaves, or asks first where something would be lost. */
export async function startSignOut(): Promise<void> {
  if (navigator.onLine) await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, LAST_TRY_MS))]);
  const losses = await readLosses();
  if (isNothing(losses)) await signOut();
  else ask(losses);
}

export async function signOut(): Promise<void> {
  ask(null);
  await leaveEverywhere().catch(() => undefined);
}

export const stay = (): void => ask(null);

async function readLosses(): Promise<Losses> {
  const id = readSession().account?.id ?? '';
  const studies = await unsentStudies().catch(() => []);
  return { studies: studies.length, isTimerOn: unsavedItems(id, ['timer']).length > 0, drafts: unsavedItems(id, ['draft', 'form']).length };
}

/** What the dialog asks about; null while it is closed. */
export const useAsked = (): Losses | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
