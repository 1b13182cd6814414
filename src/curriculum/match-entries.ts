import { freeKey, keysOf, type Entry, type KnownList } from './known-lists.js';

export interface MatchedEntries {
  /** Keys of the entries before. */
  before: string[];
  /** Keys of the entries after: those of their counterparts, or new ones. */
  after: string[];
  /** For each entry after, where its counterpart stands before; undefined for a new one. */
  counterparts: (number | undefined)[];
}

/**
 * Which entries of a list are which in another version of it: first by identity, of several that are alike the first with the first;
 * then, where entries may be reworded, those that stand behind the same neighbour.
 */
export function matchEntries(list: KnownList, before: readonly Entry[], after: readonly Entry[]): MatchedEntries {
  const counterparts = byPlace(list, before, after, byIdentity(list, before, after));
  const keys = keysOf(list, before);
  const taken = new Set(keys);
  return {
    before: keys,
    after: after.map((entry, index) => keys[counterparts[index] ?? -1] ?? freeKey(list.identity(entry), taken)),
    counterparts,
  };
}

function byIdentity({ identity }: KnownList, before: readonly Entry[], after: readonly Entry[]): (number | undefined)[] {
  const waiting = new Map<string, number[]>();
  for (const [index, entry] of before.entries()) waiting.set(identity(entry), [...(waiting.get(identity(entry)) ?? []), index]);
  return after.map((entry) => waiting.get(identity(entry))?.shift());
}

function byPlace({ place }: KnownList, before: readonly Entry[], after: readonly Entry[], known: readonly (number | undefined)[]): (number | undefined)[] {
  const taken = new Set(known);
  const left = before.flatMap((entry, index) => (taken.has(index) ? [] : [{ index, behind: lastBelow(index, taken), place: place(entry) }]));
  let behind = -1;
  return known.map((counterpart, index) => {
    if (counterpart !== undefined) {
      behind = counterpart;
      return counterpart;
    }
    const own = place(after[index]!);
    const found = own === null ? -1 : left.findIndex((each) => each.behind === behind && each.place === own);
    return found < 0 ? undefined : left.splice(found, 1)[0]?.index;
  });
}

/** The nearest place before this one that is taken; -1 for none. */
function lastBelow(index: number, taken: ReadonlySet<number | undefined>): number {
  for (let at = index - 1; at >= 0; at -= 1) if (taken.has(at)) return at;
  return -1;
}
