import { useSyncExternalStore } from 'react';
import type { Answer, Endpoint, Sent } from '@server/platform/http/endpoint.contract';
import { notSignedIn, tooManyRequests } from '@server/platform/http/problems.contract';
import { readDeviceKey } from '@server/users/device-key/device-key.contract';
import { acceptInvitation } from '@server/users/invitations/invitations.contract';
import { Account, register, renewSession, sessionOver, signIn, signOut, type Session } from '@server/users/users.contract';
import { endDevice, hasKey, hasSealed, keepKey, openSealed, type EndedHow } from '../device/device';
import { named } from './base';
import { forgiveSignOut, isSignOutOwed, keepPaying, owedBy, oweSignOut, paySignOut } from './owed-sign-out';
import { isRefusal, NoAnswer } from './refusal';
import { setReaderZone } from '../ui/format';
import { send } from './send';
import { endedWith, forgetEnd, tellSignOutSent } from './session-end';

/** Who is signed in here. The access token lives in this page's memory only; the refresh token is a cookie no script can read. */
export type SessionState =
  | { state: 'unknown'; account: null }
  /** `left`: on purpose, so that who signs in next starts afresh. */
  | { state: 'signed-out'; account: null; left?: true }
  | { state: 'signed-in'; account: Account };

const SIGNED_OUT = { state: 'signed-out', account: null } as const;
/** Whose session is worth asking for, without anything that opens it: so that the app opens without a network, too. */
const HINT = named('daymark-signed-in');
const LOCK = named('daymark-session');

let now: SessionState = { state: 'unknown', account: null };
let accessToken: string | undefined;
let renewing: Promise<boolean> | undefined;
/** Settles once this device has deleted everything about the person who signed out. */
let ending: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK);

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
  if (isSignOutOwed()) await settleOwed();
  else await settleRemembered(remembered());
  return now;
}

/** Somebody signed out while the server could not be reached. Nobody is signed in, whatever the cookie says. */
async function settleOwed(): Promise<void> {
  become({ ...SIGNED_OUT, left: true });
  ending = endDevice('by-hand', { leaving: owedBy() ?? undefined });
  await ending;
  keepPaying(() => payOwed().then((isPaid) => isPaid && tellSignOutSent()));
}

async function settleRemembered(account: Account | null | undefined): Promise<void> {
  if (account === null) {
    become(SIGNED_OUT);
    endOnDevice('by-itself');
    return;
  }
  await renew().catch((error: unknown) => {
    if (!(error instanceof NoAnswer || isRefusal(error, tooManyRequests)) || !account) throw error;
    become({ state: 'signed-in', account });
  });
}

/** Gets a new access token, one tab at a time; false when the session is over. Throws when nobody answers. */
export function renew(): Promise<boolean> {
  renewing ??= alone(async () => {
    try {
      // Renewing would bring back the session that somebody signed out of.
      if (isSignOutOwed()) return (leave(true), false);
      const session = await send(renewSession, {});
      enter(session);
      void holdKey(session);
      return true;
    } catch (error) {
      if (!isRefusal(error, sessionOver) && !isRefusal(error, notSignedIn)) throw error;
      endHere('by-itself');
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
  await ending;
  await payOwed();
  const session = (await alone(() => send(endpoint, sent))) as Answer<typeof signIn>;
  // The new cookie has taken the place of the one that a sign-out was owed for.
  forgiveSignOut();
  forgetEnd();
  await openWaiting(session);
  enter(session);
  otherTabs?.postMessage('signed-in');
}

/**
 * Signs out here and in every tab, and removes what this device holds of the person. It takes effect at once: where the server cannot be told
 * now, it is told as soon as it answers, before anything else is asked of it.
 */
export async function leaveEverywhere(): Promise<void> {
  oweSignOut(now.account?.id ?? '');
  endHere('by-hand');
  await ending;
  await payOwed().catch(() => keepPaying(() => payOwed().then((isPaid) => isPaid && tellSignOutSent())));
}

/** The sign-out goes by the cookie, and another tab must not renew it meanwhile. */
const payOwed = (): Promise<boolean> => (isSignOutOwed() ? alone(() => paySignOut(() => send(signOut, {}))) : Promise.resolve(false));

/** The account as it stands after a change of it. */
export function accountChanged(account: Account): void {
  remember(account);
  become({ state: 'signed-in', account });
}

function enter(session: Session): void {
  const before = now.account ?? remembered();
  if (before && before.id !== session.account.id) endOnDevice('by-itself', { leaving: before.id, staying: session.account.id });
  accessToken = session.accessToken;
  remember(session.account);
  become({ state: 'signed-in', account: session.account });
}

/** Ends the session in this browser: in every tab, and with what the device holds. */
function endHere(how: EndedHow): void {
  const accountId = now.account?.id ?? remembered()?.id;
  leave(how === 'by-hand');
  otherTabs?.postMessage(how === 'by-hand' ? 'signed-out' : 'ended');
  endOnDevice(how, { leaving: accountId });
}

/** What could not be sent is told on the sign-in page. */
function endOnDevice(how: EndedHow, whose: Parameters<typeof endDevice>[1] = {}): void {
  ending = endDevice(how, whose).then(endedWith);
}

/** What was locked when the session ended on its own is there again before the first page asks for it. */
async function openWaiting(session: Session): Promise<void> {
  const { id } = session.account;
  if (!(await hasSealed(id).catch(() => false))) return void holdKey(session);
  await holdKey(session);
  await openSealed(id).catch(() => undefined);
}

/** Fetches the key that locks unsent work, while there is a session to fetch it with. Without it unsent work is deleted at the end. */
async function holdKey({ account, accessToken: token }: Session): Promise<void> {
  try {
    if (!(await hasKey(account.id))) await keepKey(account.id, (await send(readDeviceKey, {}, { token })).key);
  } catch {
    // It is fetched with the next renewal.
  }
}

function leave(onPurpose = false): void {
  accessToken = undefined;
  remember(null);
  become(onPurpose ? { ...SIGNED_OUT, left: true } : SIGNED_OUT);
}

function become(next: SessionState): void {
  now = next;
  setReaderZone(next.account?.timeZone);
  for (const listener of listeners) listener();
}

/** Web Locks keep tabs from spending the same refresh cookie twice; on plain http away from localhost there are none, and the server bears it. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  (navigator.locks as LockManager | undefined) ? (navigator.locks.request(LOCK, work) as Promise<T>) : work();

otherTabs?.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') leave(true);
  if (data === 'ended') leave();
  // A failure here is met again, and told, by the next call.
  if (data === 'signed-in') renew().catch(() => undefined);
});

/** A page that slept has heard nothing: on its return it looks at who is signed in. So does one in a browser without channels between tabs. */
export function followOtherTabs(): () => void {
  const look = () => {
    const account = remembered();
    if (now.state !== 'signed-in' || account === undefined || account?.id === now.account.id) return;
    if (account === null) leave(true);
    else renew().catch(() => undefined);
  };
  window.addEventListener('pageshow', look);
  window.addEventListener('storage', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.removeEventListener('pageshow', look);
    window.removeEventListener('storage', look);
    document.removeEventListener('visibilitychange', look);
  };
}

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
