/** What is kept on this device, for times without a network. One database; a device that gives none keeps nothing, and all else works. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Stores extends DBSchema {
  /** Study that could not be sent yet, by its attempt. */
  outbox: { key: string; value: unknown };
  /** What was read last, by account. */
  queries: { key: string; value: unknown };
}

const VERSION = 1;
let opening: Promise<IDBPDatabase<Stores>> | undefined;

/** Rejects where the browser keeps nothing (some private windows). */
export function deviceStore(): Promise<IDBPDatabase<Stores>> {
  opening ??= openDB<Stores>('daymark', VERSION, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'attempt' });
      database.createObjectStore('queries');
    },
  });
  return opening;
}
