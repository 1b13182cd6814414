import { itemKey } from '../../../device/items';
import type { Shelf, Shelved } from './draft-editor';

/** Drafts that no server has yet, on this device: one a person and draft. */
const keyOf = (account: string, slug: string) => itemKey('draft', account, slug);

export function shelfOf(account: string, slug: string): Shelf {
  const key = keyOf(account, slug);
  // Only what was here or put here is cleared: another tab may have work of its own.
  let isPut = localStorage.getItem(key) !== null;
  return {
    put: (work) => {
      isPut = true;
      try {
        localStorage.setItem(key, JSON.stringify(work));
      } catch {
        // Full, or not allowed: leaving the page asks first all the same.
        localStorage.removeItem(key);
      }
    },
    clear: () => {
      if (isPut) localStorage.removeItem(key);
      isPut = false;
    },
  };
}

/** What an earlier visit left; nothing where it cannot be read. */
export function leftOnDevice(account: string, slug: string): Shelved | undefined {
  try {
    const text = localStorage.getItem(keyOf(account, slug));
    const work = text === null ? undefined : (JSON.parse(text) as Partial<Shelved>);
    return typeof work?.since === 'number' && typeof work.document?.slug === 'string' && Array.isArray(work.document.levels) ? (work as Shelved) : undefined;
  } catch {
    return undefined;
  }
}
