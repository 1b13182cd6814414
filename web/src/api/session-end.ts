/** What the sign-in page says about a session that has ended, until somebody signs in. It names no person and no study. */
import { useSyncExternalStore } from 'react';
import type { Unsent } from '../device/device';
import { keepItem, readItem, removeItem } from '../device/items';
import { named } from './base';
import { toast } from '../ui/toast-store';

const KEY = named('daymark-session-end');
const listeners = new Set<() => void>();

/** Adds to what is already known: a second tab may have had more. */
export function endedWith({ locked, lost }: Unsent): void {
  if (locked + lost === 0) return;
  const before = readEnd();
  keepItem(KEY, JSON.stringify({ locked: locked + (before?.locked ?? 0), lost: lost + (before?.lost ?? 0) }));
  changed();
}

export function forgetEnd(): void {
  removeItem(KEY);
  changed();
}

export const tellSignOutSent = (): void => toast('We reached the server. You’re fully signed out on this device');

let text: string | null = null;
let told: Unsent | null = null;

/** The same object for as long as it says the same. */
export function readEnd(): Unsent | null {
  const stored = readItem(KEY);
  if (stored !== text) [text, told] = [stored, parsed(stored)];
  return told;
}

export const useSessionEnd = (): Unsent | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, readEnd);

function parsed(stored: string | null): Unsent | null {
  try {
    const { locked, lost } = JSON.parse(stored ?? 'null') as Unsent;
    return Number.isInteger(locked) && Number.isInteger(lost) ? { locked, lost } : null;
  } catch {
    return null;
  }
}

function changed(): void {
  for (const listener of listeners) listener();
}
