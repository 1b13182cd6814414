/**
 * Locks what could not be sent before a session ended. The key comes from the server and belongs to the account, so only its owner opens it,
 * by signing in again. AES-GCM; the account is authenticated with it, so that one account's work never opens as another's.
 */
import type { Item } from './items';

/** What a person has not saved anywhere else. */
export interface Unsaved {
  /** Entries of the outbox. */
  studies: unknown[];
  items: Item[];
}

export interface Sealed {
  id: string;
  accountId: string;
  /** When it was locked, in milliseconds since 1970. */
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Browsers offer it on https and localhost only. */
const subtle = (): SubtleCrypto | undefined => globalThis.crypto?.subtle as SubtleCrypto | undefined;
export const canSeal = (): boolean => subtle() !== undefined;

/** @param key 256 bits in base64url; what is imported cannot be read by anybody */
export function importKey(key: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, accountId: string, unsaved: Unsaved, { id, at }: Pick<Sealed, 'id' | 'at'>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(parameters(iv, accountId), key, new TextEncoder().encode(JSON.stringify(unsaved)));
  return { id, accountId, at, iv, bytes };
}

/** Null where the key is not the one it was locked with. */
export async function unseal(key: CryptoKey, { accountId, iv, bytes }: Sealed): Promise<Unsaved | null> {
  try {
    const text = await crypto.subtle.decrypt(parameters(iv, accountId), key, bytes);
    return JSON.parse(new TextDecoder().decode(text)) as Unsaved;
  } catch {
    return null;
  }
}

const parameters = (iv: Uint8Array<ArrayBuffer>, accountId: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(accountId),
});
