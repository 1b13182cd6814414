import { useSyncExternalStore } from 'react';
import type { Answer, Endpoint, Sent } from '@server/platform/http/endpoint.contract';
import { notSignedIn, tooManyRequests } from '@server/platform/http/problems.contract';
import { acceptInvitation } from '@server/users/invitations/invitations.contract';
import { Account, register, renewSession, sessionOver, signIn, signOut, type Session } from '@server/users/users.contract';
import { isRefusal, NoAnswer, Refusal } from './refusal';
import { send } from './send';

/** Who is signed in here. The access token lives in this page's memory only; the refresh token is a cookie no script can read. */
export type SessionState =
  | { state: 'unknown'; account: null }
  /** `left`: on purpose, so that who signs in next starts afresh. */
  | { state: 'signed-out'; account: null; left?: true }
  | { state: 'signed-in'; account: Account };

const SIGNED_OUT = { state: 'signed-out', account: null } as const;
/** Whose session is worth asking for, without anything that opens it: so that the app opens without a network, too. */
const HINT = 'daymark-signed-in';
const LOCK = 'daymark-session';

let now: SessionState = { state: 'unknown', account: null };
let accessToken: string | undefined;
let renewing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('daymark-session');

export const readSession = (): SessionState => now;
export const readToken = (): string | undefined => accessToken;
/** Who may be signed in, before anybody was asked. */
export const likelyAccount = (): Account | undefined => remembered() ?? undefined;

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

/**
 * Finds out who is signed in, once, before the first page. It asks the server only if someone was signed in before. If the server does not
 * answer or says to try again later, the same person stays signed in and sees what this device has stored.
 */
export async function settleSession(): Promise<SessionState> {
  if (now.state !== 'unknown') return now;
  const account = remembered();
  if (account === null) become(SIGNED_OUT);
  else
    await renew().catch((error: unknown) => {
      if (!(error instanceof NoAnswer || isRefusal(error, tooManyRequests)) || !account) throw error;
      become({ state: 'signed-in', account });
    });
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

export const enterByInvitation = (token: string, body: Sent<typeof acceptInvitation>['body']) => enterBy(acceptInvitation, { params: { token }, body });

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
export function accountChanged(account: Account): void {
  remember(account);
  become({ state: 'signed-in', account });
}

function enter(session: Session): void {
  accessToken = session.accessToken;
  remember(session.account);
  become({ state: 'signed-in', account: session.account });
}

function leave(onPurpose = false): void {
  accessToken = undefined;
  remember(null);
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

/** The account that was signed in here last; undefined for one from before it was kept, or where storage is closed; null where nobody was. */
function remembered(): Account | null | undefined {
  try {
    const kept = localStorage.getItem(HINT);
    return kept === null ? null : (Account.safeParse(JSON.parse(kept)).data ?? undefined);
  } catch {
    return undefined;
  }
}

function remember(account: Account | null): void {
  try {
    if (account) localStorage.setItem(HINT, JSON.stringify(account));
    else localStorage.removeItem(HINT);
  } catch {
    // Storage is closed to us; then every first page asks.
  }
}
