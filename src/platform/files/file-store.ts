import type { Readable } from 'node:stream';

/**
 * Where files are kept: a folder of ours or an S3-compatible store, and no feature knows which. It knows keys and bytes; whose a file is,
 * what it is called and of which type stand in rows of the feature that keeps it. A row comes after its bytes and goes before them, so
 * that no row is without bytes; bytes without a row are the worklist's to find (progress/evidence).
 */
export abstract class FileStore {
  /** Keeps the bytes under the key, in place of what was there; resolved, they outlive a crash. Readers see all of it or none. */
  abstract put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** What is kept under the key, or null. */
  abstract get(key: string): Promise<Readable | null>;
  /** Whether something is kept under the key, without reading it. */
  abstract has(key: string): Promise<boolean>;
  /** Afterwards there is nothing under the key; where there was nothing, nothing changes. */
  abstract delete(key: string): Promise<void>;
}

const SAFE_KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){0,7}$/;
const LONGEST_KEY = 200;

export const isSafeKey = (key: string): boolean => key.length <= LONGEST_KEY && SAFE_KEY.test(key);

/** Keys are made by us, of lower-case words and ids; one that could mean anything to a file system or in an address is a fault of ours. */
export function safeKey(key: string): string {
  if (!isSafeKey(key)) throw new Error(`Not a key of a file: ${JSON.stringify(key)}`);
  return key;
}
