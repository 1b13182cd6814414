import type { Settings } from '../../platform/config/config.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { counted } from '../counted.js';

/** Requests at a time. */
const AT_ONCE = 16;
const MOST_NAMES = 5;

/** Where files are stored, in words for the operator. */
export const filePlaceOf = ({ DAYMARK_FILES_S3_URL: url, DAYMARK_FILES_S3_BUCKET: bucket, DAYMARK_DATA_DIR: folder }: Settings): string =>
  url === undefined ? `${folder}/files` : `the bucket ${bucket ?? ''} at ${url}`;

/** Says whether the store has the files of which the backup only holds the keys. */
export async function describeMissingFiles(store: FileStore, keys: readonly string[], place: string): Promise<string[]> {
  if (keys.length === 0) return [];
  const missing = await missingIn(store, keys).catch((error: unknown) => reasonOf(error));
  if (typeof missing === 'string')
    return [`The files of the backup can't be checked, because ${place} can't be read (${missing}). Learners can't open them until you fix this.`];
  if (missing.length === 0) return [`All files of the backup (${counted(keys.length, 'file')}) are in ${place}.`];
  const more = missing.length > MOST_NAMES ? ` and ${(missing.length - MOST_NAMES).toLocaleString('en')} more` : '';
  return [
    `${missing.length.toLocaleString('en')} of ${counted(keys.length, 'file')} of the backup ${missing.length === 1 ? 'is' : 'are'} missing from ${place}: ${missing.slice(0, MOST_NAMES).join(', ')}${more}.`,
    "Learners can't open these files. Restore them to the date of the backup first, or continue without them.",
  ];
}

async function missingIn(store: FileStore, keys: readonly string[]): Promise<string[]> {
  const waiting = [...keys];
  const missing: string[] = [];
  const ask = async () => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) if (!(await store.has(key))) missing.push(key);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return missing.sort();
}

/** The deepest cause of an error. Users don't see it, but the operator needs it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
