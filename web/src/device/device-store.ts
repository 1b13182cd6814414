/** What is kept on this device, for times without a network. One database; a device that gives none keeps nothing, and all else works. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { named } from '../api/base';
import type { Sealed } from './sealing';

export interface Stores extends DBSchema {
  /** Study that could not be sent yet, by its attempt. Each names its account. */
  outbox: { key: string; value: unknown };
  /** What was read last, by account. */
  queries: { key: string; value: unknown };
  /** The key of each account that is signed in here, by account. Scripts can use it, and nobody can read it. */
  keys: { key: string; value: CryptoKey };
  /** What could not be sent before a session ended, locked, by its id. */
  sealed: { key: string; value: Sealed };
}

const VERSION = 2;
let opening: Promise<IDBPDatabase<Stores>> | undefined;

/** Rejects where the browser keeps nothing (some private windows), and while a tab with an older version of the app is open. */
export function deviceStore(): Promise<IDBPDatabase<Stores>> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

const open = () =>
  new Promise<IDBPDatabase<Stores>>((resolve, reject) => {
    openDB<Stores>(named('daymark'), VERSION, {
      upgrade(database, before) {
        if (before < 1) {
          database.createObjectStore('outbox', { keyPath: 'attempt' });
          database.createObjectStore('queries');
        }
        database.createObjectStore('keys');
        database.createObjectStore('sealed', { keyPath: 'id' });
      },
      blocked: () => reject(new Error('An older version of Daymark is open in another tab.')),
      // A newer version must not wait for this tab.
      blocking: (_, __, event) => {
        opening = undefined;
        (event.target as IDBDatabase).close();
      },
    }).then(resolve, reject);
  });
