import { useSyncExternalStore } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import type { Account } from '@server/users/users.contract';

/** Somebody who is two kinds of person sees the app as one of them at a time; this device remembers which. */
const KEY = 'daymark-view';
const FIRST_PAGES: Record<AccountRole, string> = { learner: '/today', mentor: '/board', admin: '/curriculum' };
/** Which comes first for who is several: what has people waiting. */
const ORDER: readonly AccountRole[] = ['admin', 'mentor', 'learner'];

const listeners = new Set<() => void>();
let view = stored();

export const readView = (): AccountRole | null => view;

export function rememberView(role: AccountRole): void {
  if (role === view) return;
  view = role;
  try {
    localStorage.setItem(KEY, role);
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The account role to see the app as: the one chosen, where the account still has it. */
export const viewOf = ({ accountRoles }: Account, chosen: AccountRole | null): AccountRole =>
  chosen && accountRoles.includes(chosen) ? chosen : (ORDER.find((role) => accountRoles.includes(role)) ?? 'learner');

export const firstPage = (account: Account, chosen = view): string => FIRST_PAGES[viewOf(account, chosen)];

export const useView = (account: Account): AccountRole => viewOf(account, useSyncExternalStore(listen, readView));

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): AccountRole | null {
  try {
    const role = localStorage.getItem(KEY);
    return ORDER.find((each) => each === role) ?? null;
  } catch {
    return null;
  }
}
