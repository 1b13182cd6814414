/**
 * A sign-out that the server has not heard of. The page has signed out and holds nothing now, but the cookie, which no script can delete,
 * could still renew the session. So the debt is kept on the device and paid before anything else.
 */
import { tooManyRequests } from '@server/platform/http/problems.contract';
import { keepItem, readItem, removeItem } from '../device/items';
import { named } from './base';
import { isRefusal, Refusal, retryAfterMs } from './refusal';

const KEY = named('daymark-sign-out-owed');
const RETRY_MS = 15_000;
const listeners = new Set<() => void>();

export const isSignOutOwed = (): boolean => readItem(KEY) !== null;
/** Whose sign-out it is. */
export const owedBy = (): string | null => readItem(KEY);

/** If storage is blocked, the sign-out is sent now or never. */
export function oweSignOut(accountId: string): void {
  keepItem(KEY, accountId);
  changed();
}

export function forgiveSignOut(): void {
  removeItem(KEY);
  changed();
}

export function onOwedSignOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sends the sign-out that is owed, if there is one. A refusal other than "try later" means that the session is over anyway.
 *
 * @returns whether one was owed and is paid now
 */
export async function paySignOut(send: () => Promise<unknown>): Promise<boolean> {
  if (!isSignOutOwed()) return false;
  try {
    await send();
  } catch (error) {
    if (isTryLater(error)) throw error;
  }
  forgiveSignOut();
  return true;
}

/** Tries until it is paid: at once, when the network comes back, and from time to time. */
export function keepPaying(pay: () => Promise<unknown>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener('online', go);
  };
  const go = () => {
    clearTimeout(timer);
    pay().then(stop, (error: unknown) => {
      timer = setTimeout(go, Math.max(RETRY_MS, retryAfterMs(error)));
    });
  };
  window.addEventListener('online', go);
  go();
}

/** Only a refusal of ours proves that the server knows of no such session. */
const isTryLater = (error: unknown): boolean => !(error instanceof Refusal) || error.problem.status >= 500 || isRefusal(error, tooManyRequests);

function changed(): void {
  for (const listener of listeners) listener();
}
