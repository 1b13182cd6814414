import { named } from '../api/base';

/** Texts that this device keeps about a person: `daymark-<what> <account> <subject>` in localStorage, below a path with the path before it. All of them go with `wipeItems`. */

/** What may be kept. `UNSAVED` is work that exists nowhere else. */
export type ItemKind = 'timer' | 'draft' | 'form' | 'enrollment' | 'view' | 'import';
const UNSAVED: readonly ItemKind[] = ['timer', 'draft', 'form'];
const PERSONAL = /^daymark-(timer|draft|form|enrollment|view|import)( |$)/;

export type Item = [key: string, text: string];

export const itemKey = (what: ItemKind, accountId: string, subject?: string): string =>
  named(`daymark-${what} ${accountId}${subject === undefined ? '' : ` ${subject}`}`);

/** Null where there is none, and where the browser keeps nothing. */
export function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @returns whether it is kept: the storage may be closed or full */
export function keepItem(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeItem(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // There is nothing where the browser keeps nothing.
  }
}

/** What an account has not saved anywhere else, of one kind or of all. */
export const unsavedItems = (accountId: string, kinds: readonly ItemKind[] = UNSAVED): Item[] =>
  allItems().filter(([key]) => kinds.some((kind) => key === itemKey(kind, accountId) || key.startsWith(`${itemKey(kind, accountId)} `)));

/** Accounts that have something here. */
export const accountsWithItems = (): string[] => [...new Set(allItems().flatMap(([key]) => key.split(' ')[1] ?? []))];

/** Everything about anybody, except about the one who is `staying`. Preferences of the device itself stay, such as light or dark. */
export function wipeItems(staying?: string): void {
  for (const [key] of allItems()) if (staying === undefined || key.split(' ')[1] !== staying) removeItem(key);
}

function allItems(): Item[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(named('')) && PERSONAL.test(key.slice(named('').length)))
      .map((key): Item => [key, localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}
