/** Whether keys without Ctrl act on their own. A preference of the device: it says nothing about a person, so it survives a sign-out. */
import { useSyncExternalStore } from 'react';
import { named } from '../api/base';
import { keepItem, readItem, removeItem } from '../device/items';

const KEY = named('daymark-single-keys');
const listeners = new Set<() => void>();
/** Where the device keeps nothing, the choice lasts as long as the page. */
let unkept: boolean | undefined;

const areOn = (): boolean => unkept ?? readItem(KEY) !== 'off';

export function setSingleKeys(on: boolean): void {
  if (on) removeItem(KEY);
  const isKept = on ? readItem(KEY) === null : keepItem(KEY, 'off');
  unkept = isKept ? undefined : on;
  for (const listener of listeners) listener();
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  }, areOn);
