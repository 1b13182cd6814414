import { useSyncExternalStore } from 'react';
import type { Answer, Endpoint, Sent } from '@server/platform/http/endpoint.contract';
import { notSignedIn } from '@server/platform/http/problems.contract';
import { register, renewSession, sessionOver, signIn, signOut, type Account, type Session } from '@server/users/users.contract';
import { isRefusal, Refusal } from './refusal';
import { send } from './send';

/** Who is signed in here. The access token lives in this page's memory only; the refresh token is a cookie no script can read. */
export type SessionState =
  | { state: 'unknown'; account: null }
  /** `left`: on purpose, so that who signs in next starts afresh. */
  | { state: 'signed-out'; account: null; left?: true }
  | { state: 'signed-in'; account: Account };

const SIGNED_OUT = { state: 'signed-out', account: null } as const;
/** Tells whether asking for a session is worth it; says nothing about who. */
const HINT = 'daymark-signed-in';
const LOCK = 'daymark-session';

let now: SessionState = { state: 'unknown', account: null };
let accessToken: string | undefined;
let renewing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('daymark-session');

export const readSession = (): SessionState => now;
export const readToken = (): string | undefined => accessToken;

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = (): SessionState => useSyncExternalStore(onSession, readSession);

/** The account of a page behind sign-in; the router lets nobody else come there. */
export function useAccount(): Account {
  const { account } = useSession();
  if (!account) throw new Error('This page is for people who are signed in.');
  return account;
}

/** Settles who is signed in, once, before the first page: asks only where somebody was signed in before. */
export async function settleSession(): Promise<SessionState> {
  if (now.state === 'unknown') {
    if (remembered()) await renew();
    else become(SIGNED_OUT);
  }
  return now;
}

/** Gets a new access token, one tab at a time; false when the session is over. Throws when nobody answers. */
export function renew(): Promise<boolean> {
  renewing ??= alone(async () => {
    try {
      enter(await send(renewSession, {}));
      return true;
    } catch (error) {
      if (!isRefusal(error, sessionOver) && !isRefusal(error, notSignedIn)) throw error;
      leave();
      return false;
    }
  }).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

export const enterBySignIn = (body: Sent<typeof signIn>['body']) => enterBy(signIn, { body });
export const enterByRegistering = (body: Sent<typeof register>['body']) => enterBy(register, { body });

async function enterBy<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<void> {
  enter((await alone(() => send(endpoint, sent))) as Answer<typeof signIn>);
  otherTabs?.postMessage('signed-in');
}

/** Signs out here and in every tab, even when the server cannot be told just now. */
export async function leaveEverywhere(): Promise<void> {
  const told = alone(() => send(signOut, {})).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  await told.finally(() => {
    leave(true);
    otherTabs?.postMessage('signed-out');
  });
}

/** The account as it stands after a change of it. */
export const accountChanged = (account: Account) => become({ state: 'signed-in', account });

function enter(session: Session): void {
  accessToken = session.accessToken;
  remember(true);
  become({ state: 'signed-in', account: session.account });
}

function leave(onPurpose = false): void {
  accessToken = undefined;
  remember(false);
  become(onPurpose ? { ...SIGNED_OUT, left: true } : SIGNED_OUT);
}

function become(next: SessionState): void {
  now = next;
  for (const listener of listeners) listener();
}

/** Web Locks keep tabs from spending the same refresh cookie twice; on plain http away from localhost there are none, and the server bears it. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  (navigator.locks as LockManager | undefined) ? (navigator.locks.request(LOCK, work) as Promise<T>) : work();

otherTabs?.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') leave(true);
  // A failure here is met again, and told, by the next call.
  if (data === 'signed-in') renew().catch(() => undefined);
});

function remembered(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

function remember(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(HINT, '1');
    else localStorage.removeItem(HINT);
  } catch {
    // Storage is closed to us; then every first page asks.
  }
}
