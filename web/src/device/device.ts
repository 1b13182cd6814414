/** Whose data this device holds. None of it stays readable once nobody is signed in. */
import { v7 as uuidv7 } from 'uuid';
import { deviceStore, type Stores } from './device-store';
import { named } from '../api/base';
import { accountsWithItems, keepItem, unsavedItems, wipeItems } from './items';
import { canSeal, importKey, seal, unseal, type Unsaved } from './sealing';
import type { IDBPDatabase } from 'idb';

/** By hand: the person signed out and knows what is lost. On its own: the session expired or was ended elsewhere, so unsaved work is locked. */
export type EndedHow = 'by-hand' | 'by-itself';

/** Study sessions that could not be sent before the end; a timer that was still on is one. */
export interface Unsent {
  locked: number;
  lost: number;
}

const NONE: Unsent = { locked: 0, lost: 0 };
const LOCK = named('daymark-device');
/** Nobody comes back for it after that. */
const MAX_SEALED_MS = 180 * 86_400_000;
/** Keys of accounts whose session ended while this page was open: what is logged in that moment is locked, too. */
const lateKeys = new Map<string, CryptoKey>();

/** Whether the key of an account is here, or could not be used anyway. */
export async function hasKey(accountId: string): Promise<boolean> {
  if (!canSeal()) return true;
  return (await (await deviceStore()).getKey('keys', accountId)) !== undefined;
}

/** @param key as the server gives it */
export async function keepKey(accountId: string, key: string): Promise<void> {
  if (canSeal()) await (await deviceStore()).put('keys', await importKey(key), accountId);
}

/** Waits until the end of a session before it is done. */
export const hasSealed = (accountId: string): Promise<boolean> =>
  alone(async () => (await (await deviceStore()).getAll('sealed')).some((each) => each.accountId === accountId));

/** Puts back what was locked for an account that has just signed in, and whose key is here. */
export const openSealed = (accountId: string): Promise<void> =>
  alone(async () => {
    const store = await deviceStore();
    const key = await store.get('keys', accountId);
    if (!key) return;
    for (const sealed of (await store.getAll('sealed')).filter((each) => each.accountId === accountId)) {
      const unsaved = await unseal(key, sealed);
      // What this key does not open may open with another one, so it stays locked.
      if (!unsaved) continue;
      await putBack(store, unsaved);
      await store.delete('sealed', sealed.id);
    }
  });

async function putBack(store: IDBPDatabase<Stores>, { studies, items }: Unsaved): Promise<void> {
  for (const study of studies) await store.put('outbox', study);
  for (const [key, text] of items) keepItem(key, text);
}

/**
 * Removes everything about people from this device, except about the one who is signed in now (`staying`). Never rejects: a device that keeps
 * nothing has nothing to remove.
 *
 * @param leaving whose session it was; nobody's where it ended unnoticed
 */
export const endDevice = (how: EndedHow, { leaving, staying }: { leaving?: string | undefined; staying?: string } = {}): Promise<Unsent> =>
  alone(async () => {
    const store = await deviceStore();
    const unsent = { ...NONE };
    for (const account of await accountsHere(store, leaving)) {
      if (account === staying) continue;
      const left = how === 'by-hand' && account === leaving ? await forgetSealed(store, account) : await sealUnsaved(store, account);
      unsent.locked += left.locked;
      unsent.lost += left.lost;
    }
    await wipe(store, staying);
    return unsent;
  }).catch(() => (wipeItems(staying), NONE));

const accountsHere = async (store: IDBPDatabase<Stores>, leaving?: string): Promise<Set<string>> =>
  new Set([...(leaving ? [leaving] : []), ...(await store.getAllKeys('keys')), ...accountsWithItems(), ...(await store.getAll('outbox')).map(ownerOf)]);

/** Locks study that came too late to be in the outbox when its session ended. @returns whether it is locked */
export const sealLate = (accountId: string, study: unknown): Promise<boolean> =>
  alone(async () => {
    const key = lateKeys.get(accountId);
    if (key) await (await deviceStore()).put('sealed', await seal(key, accountId, { studies: [study], items: [] }, { id: uuidv7(), at: Date.now() }));
    return key !== undefined;
  });

async function sealUnsaved(store: IDBPDatabase<Stores>, accountId: string): Promise<Unsent> {
  const studies = (await store.getAll('outbox')).filter((study) => ownerOf(study) === accountId);
  const items = unsavedItems(accountId);
  const key = await store.get('keys', accountId);
  if (key) lateKeys.set(accountId, key);
  if (studies.length + items.length === 0) return NONE;
  const count = studies.length + unsavedItems(accountId, ['timer']).length;
  if (!key) return { locked: 0, lost: count };
  await store.put('sealed', await seal(key, accountId, { studies, items }, { id: uuidv7(), at: Date.now() }));
  return { locked: count, lost: 0 };
}

async function forgetSealed(store: IDBPDatabase<Stores>, accountId: string): Promise<Unsent> {
  for (const sealed of await store.getAll('sealed')) if (sealed.accountId === accountId) await store.delete('sealed', sealed.id);
  return NONE;
}

async function wipe(store: IDBPDatabase<Stores>, staying?: string): Promise<void> {
  wipeItems(staying);
  // One transaction: a page that closes in the middle leaves everything or nothing, and never notes that can be read after a sign-out.
  const tx = store.transaction(['queries', 'keys', 'outbox', 'sealed'], 'readwrite');
  for (const name of ['queries', 'keys'] as const)
    for (const key of await tx.objectStore(name).getAllKeys()) if (key !== staying) await tx.objectStore(name).delete(key);
  const outbox = tx.objectStore('outbox');
  for (const key of await outbox.getAllKeys()) if (ownerOf(await outbox.get(key)) !== staying) await outbox.delete(key);
  const locked = tx.objectStore('sealed');
  for (const sealed of await locked.getAll()) if (Date.now() - sealed.at > MAX_SEALED_MS) await locked.delete(sealed.id);
  await tx.done;
}

const ownerOf = (study: unknown): string => String((study as { accountId?: unknown } | undefined)?.accountId ?? '');

/** One tab at a time, where the browser can. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  (navigator.locks as LockManager | undefined) ? (navigator.locks.request(LOCK, work) as Promise<T>) : work();
