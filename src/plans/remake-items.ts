import type { LocalDate } from '../platform/time/time.contract.js';
import type { StoredItem, Subject } from './item-state.js';
import { pairItems } from './plan-diff.js';
import { withPartTitles } from './part-titles.js';
import type { PlanItem } from './plans.contract.js';

/** An item as it was scheduled, not stored yet. */
export type NewItem = Omit<StoredItem, 'id' | 'pinned'>;

/** What a plan that is made again changes of the stored items; those before today stay as they are. */
export interface ItemChanges {
  /** To be stored: new ones, and stored ones that are kept, each with its date, place and minutes from now on. */
  items: StoredItem[];
  goneIds: string[];
}

/**
 * Puts a new schedule, from today on, in the place of the open items. What is pinned stays where it is. What anything was logged for stays,
 * as done: with the minutes that were logged, on today at the latest, since the schedule counts them as done already. An open item that
 * the new schedule has too keeps its id, moved and resized ones as well, so that making a plan twice changes nothing, and a page or a
 * calendar goes on to name items that exist.
 *
 * What was logged today beyond any item would count for the next one that is planned for the same, as if it had begun: where one is, it
 * becomes part of what is done.
 *
 * @param items all stored ones, with their states, by date and position
 * @param scheduled from today on, by date and position, without what is pinned
 * @param unclaimed minutes logged on a date for a subject that no item counts
 */
export function remakeItems(
  items: readonly PlanItem[],
  scheduled: readonly NewItem[],
  today: LocalDate,
  newId: () => string,
  unclaimed: (subject: Subject) => number = () => 0,
): ItemChanges {
  const ahead = items.filter(({ date }) => date >= today);
  const pinned = ahead.filter(isStanding);
  const begun = ahead.filter((item) => item.loggedMinutes > 0 && !isStanding(item));
  const open = ahead.filter((item) => item.loggedMinutes === 0 && !isStanding(item));

  const pairs = pairItems(open, scheduled);
  const planned = pairs.flatMap(({ before, after }) => (after ? [{ id: before?.id ?? newId(), ...after, pinned: false }] : []));
  const goneIds = pairs.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  const done = withUnclaimed(
    begun.map((item) => asDone(item, today)),
    planned.filter(({ date }) => date === today),
    { newId, unclaimed },
  );
  const doneIds = new Set(done.map(({ id }) => id));
  const all = inPlace([...done, ...pinned.map(asStored), ...planned]);
  return { items: withPartTitles(all, (item) => doneIds.has(item.id)), goneIds };
}

/** What nobody claims joins the last done item of its subject, or is one of its own. */
function withUnclaimed(
  done: readonly StoredItem[],
  plannedToday: readonly StoredItem[],
  { newId, unclaimed }: { newId: () => string; unclaimed: (subject: Subject) => number },
): StoredItem[] {
  const all = [...done];
  const seen = new Set<string>();
  for (const item of plannedToday) {
    const isSame = (other: Subject) => other.date === item.date && other.skillId === item.skillId && other.projectId === item.projectId;
    const key = `${item.skillId} ${item.projectId}`;
    const minutes = seen.has(key) ? 0 : unclaimed(item);
    seen.add(key);
    if (minutes <= 0) continue;
    const at = all.findLastIndex(isSame);
    const last = all[at];
    if (last) all[at] = { ...last, minutes: last.minutes + minutes };
    else all.push({ ...item, id: newId(), minutes });
  }
  return all;
}

/** Pinned, and not done yet: what is done may lie on the day it was done. */
export const isStanding = ({ pinned, state }: PlanItem): boolean => pinned && state !== 'done';

export const asStored = ({ loggedMinutes: _, state: __, ...item }: PlanItem): StoredItem => item;

function asDone(item: PlanItem, today: LocalDate): StoredItem {
  return { ...asStored(item), date: item.date < today ? item.date : today, minutes: Math.min(item.minutes, item.loggedMinutes) };
}

/** Gives each item its place within its day, what is done first. */
export function inPlace(items: readonly StoredItem[]): StoredItem[] {
  const places = new Map<string, number>();
  return items.map((item) => {
    const position = places.get(item.date) ?? 0;
    places.set(item.date, position + 1);
    return { ...item, position };
  });
}
