import { useSyncExternalStore } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import type { Account } from '@server/users/users.contract';
import { readSession } from '../api/session';
import { itemKey, keepItem, readItem } from '../device/items';

/** Somebody who is two kinds of person sees the app as one of them at a time; this device remembers which while they are signed in. */
const keyOf = () => itemKey('view', readSession().account?.id ?? '');
const FIRST_PAGES: Record<AccountRole, string> = { learner: '/today', mentor: '/board', admin: '/curriculum' };
/** Which comes first for who is several: what has people waiting. */
const ORDER: readonly AccountRole[] = ['admin', 'mentor', 'learner'];

const listeners = new Set<() => void>();
/** The choice of this page where the device keeps nothing. */
let unkept: AccountRole | null = null;

export function readView(): AccountRole | null {
  const role = readItem(keyOf());
  return ORDER.find((each) => each === role) ?? unkept;
}

export function rememberView(role: AccountRole): void {
  if (role === readView()) return;
  unkept = keepItem(keyOf(), role) ? null : role;
  for (const listener of listeners) listener();
}

/** The account role to see the app as: the one chosen, where the account still has it. */
export const viewOf = ({ accountRoles }: Account, chosen: AccountRole | null): AccountRole =>
  chosen && accountRoles.includes(chosen) ? chosen : (ORDER.find((role) => accountRoles.includes(role)) ?? 'learner');

export const firstPage = (account: Account, chosen = readView()): string => FIRST_PAGES[viewOf(account, chosen)];

export const useView = (account: Account): AccountRole => viewOf(account, useSyncExternalStore(listen, readView));

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
