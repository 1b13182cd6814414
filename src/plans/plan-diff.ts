import type { LocalDate } from '../platform/time/time.contract.js';
import type { StoredItem } from './item-state.js';

/** What an item is about and how much of it there is; the same in two plans whatever its id, its place in the day and its title are. */
type Compared = Pick<StoredItem, 'date' | 'kind' | 'title' | 'skillId' | 'projectId' | 'minutes'>;

/** An item of the plan before and the one that stands for it after. */
export interface Paired<Before extends Compared = StoredItem, After extends Compared = StoredItem> {
  before: Before | null;
  after: After | null;
}

export type ItemChange = 'kept' | 'moved' | 'resized' | 'added' | 'removed';

export interface ItemDiff {
  change: ItemChange;
  /** Of the item after, of a removed one that of before. */
  itemId: string;
  kind: StoredItem['kind'];
  title: string;
  skillId: string | null;
  projectId: string | null;
  from: { date: LocalDate; minutes: number } | null;
  to: { date: LocalDate; minutes: number } | null;
}

const subject = ({ kind, skillId, projectId }: Compared) => `${kind} ${skillId ?? projectId ?? 'level'}`;
const whole = (item: Compared) => `${subject(item)} ${item.date} ${item.minutes}`;

/**
 * Pairs the items of two plans: first those that are the same work on the same date for as long, then within each skill, project or
 * kind the first that is left with the first, so that work keeps its order and as little as can be is called different.
 *
 * @param before by date and position, as `after`
 * @returns pairs by the place of the item after; what was removed at the end
 */
export function pairItems<Before extends Compared, After extends Compared>(before: readonly Before[], after: readonly After[]): Paired<Before, After>[] {
  const same = queues(before, whole);
  const partners = new Map<After, Before>();
  const taken = new Set<Before>();
  const pair = (item: After, partner: Before | undefined) => {
    if (!partner) return;
    partners.set(item, partner);
    taken.add(partner);
  };
  for (const item of after) pair(item, same.get(whole(item))?.shift());
  const alike = queues(
    before.filter((item) => !taken.has(item)),
    subject,
  );
  for (const item of after) if (!partners.has(item)) pair(item, alike.get(subject(item))?.shift());
  return [
    ...after.map((item) => ({ before: partners.get(item) ?? null, after: item })),
    ...before.filter((item) => !taken.has(item)).map((item) => ({ before: item, after: null })),
  ];
}

function queues<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const queue = all.get(key);
    if (queue) queue.push(item);
    else all.set(key, [item]);
  }
  return all;
}

/**
 * What a plan that is made again changes, item by item: kept, moved to another date, resized on its date, added or removed. Of one that
 * moves and changes its minutes too the move is what is told, with both minutes.
 */
export function planDiff(before: readonly StoredItem[], after: readonly StoredItem[]): ItemDiff[] {
  return pairItems(before, after).map(({ before: old, after: now }) => {
    const item = now ?? old;
    if (!item) throw new Error('a pair has at least one item');
    const { id: itemId, kind, title, skillId, projectId } = item;
    return { change: changeOf(old, now), itemId, kind, title, skillId, projectId, from: at(old), to: at(now) };
  });
}

const at = (item: StoredItem | null) => (item ? { date: item.date, minutes: item.minutes } : null);

function changeOf(old: StoredItem | null, now: StoredItem | null): ItemChange {
  if (!old) return 'added';
  if (!now) return 'removed';
  if (old.date !== now.date) return 'moved';
  return old.minutes === now.minutes ? 'kept' : 'resized';
}

/** How many items of each kind of change; a plan that is the same has kept ones alone. */
export function countChanges(diff: readonly ItemDiff[]): Record<ItemChange, number> {
  const counts = { kept: 0, moved: 0, resized: 0, added: 0, removed: 0 };
  for (const { change } of diff) counts[change] += 1;
  return counts;
}
