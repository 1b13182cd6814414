import type { Fault } from '../fault.contract.js';
import { counted } from './counted.js';
import type { FrameworkItem } from './framework.js';
import { shortened } from './item-text.js';

/** An item of a file before it is known what stands below it. */
export interface Entry {
  id: string;
  /** Where it stands in the file, for faults: 'CFItems.3', 'Row 5'. */
  at: string;
  code: string;
  /** Empty where the file says nothing; then it becomes no item, and as a group is not named. */
  title: string;
  description: string;
  /** The id of another entry, or null at the top. */
  parent: string | null;
  /** Its place among those of the same parent; without one it stands behind those that have one, in the order of the file. */
  sequence: number | null;
}

/** Deeper than any framework in use; below that an item would be all context. */
const MOST_GROUPS = 20;

export type Outline = { items: FrameworkItem[]; groups: Entry[]; nameless: Entry[]; faults?: never } | { faults: Fault[] };

/**
 * Reads the entries of a file as a tree and takes its leaves, from top to bottom, each with the titles above it. Beside them stand the groups,
 * and the leaves that have no title. Ids that are used twice and entries that stand below themselves leave nothing to read.
 */
export function outline(entries: readonly Entry[]): Outline {
  const repeated = repeatedIds(entries);
  if (repeated.length > 0) return { faults: repeated };
  const faults = parentFaults(entries);
  if (faults.length > 0) return { faults };

  const children = childrenOf(entries);
  const [items, groups, nameless]: [Omit<FrameworkItem, 'order'>[], Entry[], Entry[]] = [[], [], []];
  const visit = (parent: string | null, path: readonly string[]): void => {
    for (const entry of children.get(parent) ?? []) {
      const { id, code, title, description } = entry;
      if (children.has(id)) {
        groups.push(entry);
        visit(id, title === '' ? path : [...path, title]);
      } else if (title === '') nameless.push(entry);
      else items.push({ id, code, title, description, path });
    }
  };
  visit(null, []);
  return { items: items.map((item, i) => ({ ...item, order: i + 1 })), groups, nameless };
}

function childrenOf(entries: readonly Entry[]): Map<string | null, Entry[]> {
  const children = new Map<string | null, Entry[]>();
  for (const entry of entries) {
    const siblings = children.get(entry.parent);
    if (siblings) siblings.push(entry);
    else children.set(entry.parent, [entry]);
  }
  const place = ({ sequence }: Entry) => sequence ?? Number.MAX_VALUE;
  for (const siblings of children.values()) siblings.sort((one, other) => Math.sign(place(one) - place(other)));
  return children;
}

function repeatedIds(entries: readonly Entry[]): Fault[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ id, at }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    return before === undefined ? [] : [{ path: at, message: `The identifier "${shortened(id, LONGEST_NAME)}" is used by ${before} already` }];
  });
}

/** Circles, each told once, and depth without measure. Every entry is walked once, for what stands above a known one is known. */
function parentFaults(entries: readonly Entry[]): Fault[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const depths = new Map<string, number>();
  const faults: Fault[] = [];
  const tooDeep: Entry[] = [];
  for (const entry of entries) {
    const way = new Set<Entry>();
    let above: Entry | undefined = entry;
    for (; above && !depths.has(above.id) && !way.has(above); above = byId.get(above.parent ?? '')) way.add(above);
    if (above && way.has(above)) faults.push({ path: above.at, message: circle([...way], above) });
    let depth = above ? (depths.get(above.id) ?? 0) : -1;
    for (const each of [...way].reverse()) depths.set(each.id, ++depth);
    if (depth > MOST_GROUPS) tooDeep.push(entry);
  }
  const [deep, ...more] = tooDeep;
  if (deep && faults.length === 0)
    faults.push({
      path: deep.at,
      message: `Stands below more than ${MOST_GROUPS} others${more.length > 0 ? `, as do ${counted(more.length, 'more', 'more')}` : ''}`,
    });
  return faults;
}

const LONGEST_NAME = 60;
const LONGEST_CIRCLE = 5;

function circle(way: readonly Entry[], start: Entry): string {
  const names = way.slice(way.indexOf(start)).map(({ title, id }) => shortened(title || id, LONGEST_NAME));
  const told = names.length > LONGEST_CIRCLE ? [...names.slice(0, LONGEST_CIRCLE), '…'] : names;
  return `An item cannot stand below itself: ${[...told, names[0]].join(' below ')}`;
}
