/** Whether search and commands are open. What they take is loaded when they first open (layout.tsx). */
import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

function turn(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

export const openCommands = (): void => turn(true);
export const closeCommands = (): void => turn(false);

export const useCommandsOpen = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
