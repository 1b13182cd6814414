import type { LocalDate } from '../platform/time/time.contract.js';
import type { StoredItem } from './item-state.js';
import type { PlanItem } from './plans.contract.js';

/** An item as it was scheduled, not stored yet. */
export type NewItem = Omit<StoredItem, 'id'>;

/** What a plan that is made again changes of the stored items; those before today stay as they are. */
export interface ItemChanges {
  /** To be stored: new ones, and stored ones that are kept, each with its date, place and minutes from now on. */
  items: StoredItem[];
  goneIds: string[];
}

const sameWork = ({ date, kind, skillId, projectId, minutes }: NewItem) => [date, kind, skillId, projectId, minutes].join(' ');

/**
 * Puts a new schedule, from today on, in the place of the open items. What anything was logged for stays, as done: with the minutes that
 * were logged, on today at the latest, since the schedule counts them as done already. An open item that the new schedule has too keeps
 * its id, so that making a plan twice changes nothing, and a page that is open goes on to name items that exist.
 *
 * @param items all stored ones, with their states, by date and position
 * @param scheduled from today on, by date and position
 */
export function remakeItems(items: readonly PlanItem[], scheduled: readonly NewItem[], today: LocalDate, newId: () => string): ItemChanges {
  const ahead = items.filter(({ date }) => date >= today);
  const kept = ahead.filter(({ loggedMinutes }) => loggedMinutes > 0).map((item) => asDone(item, today));
  const open = ahead.filter(({ loggedMinutes }) => loggedMinutes === 0);

  const reusable = new Map<string, string[]>();
  for (const item of open) reusable.set(sameWork(item), [...(reusable.get(sameWork(item)) ?? []), item.id]);
  const planned = scheduled.map((item) => ({ id: reusable.get(sameWork(item))?.shift() ?? newId(), ...item }));

  const used = new Set(planned.map(({ id }) => id));
  return { items: inPlace([...kept, ...planned]), goneIds: open.map(({ id }) => id).filter((id) => !used.has(id)) };
}

function asDone({ loggedMinutes, state: _, ...item }: PlanItem, today: LocalDate): StoredItem {
  return { ...item, date: item.date < today ? item.date : today, minutes: Math.min(item.minutes, loggedMinutes) };
}

/** Gives each item its place within its day, what is done first. */
function inPlace(items: readonly StoredItem[]): StoredItem[] {
  const places = new Map<string, number>();
  return items.map((item) => {
    const position = places.get(item.date) ?? 0;
    places.set(item.date, position + 1);
    return { ...item, position };
  });
}
