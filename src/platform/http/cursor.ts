import { Problem } from './problem.js';
import { invalidInput } from './problems.contract.js';

/** Where a page of a list ended, as one opaque word. */
export const writeCursor = (place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names, of so many parts; null without one, and a refusal for one that was not written by us. */
export function readCursor(cursor: string | undefined, parts: number): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === parts && place.every((part) => typeof part === 'string' || typeof part === 'number')) return place;
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem(invalidInput, 'Send `nextCursor` of the page before, unchanged.', {
    errors: [{ path: 'query.cursor', message: 'Not a cursor of this list' }],
  });
}
