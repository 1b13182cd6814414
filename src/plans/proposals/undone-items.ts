import type { LocalDate } from '../../platform/time/time.contract.js';
import type { StoredItem } from '../item-state.js';
import type { PlanItem } from '../plans.contract.js';
import { asStored, inPlace, type ItemChanges } from '../remake-items.js';

/**
 * The items of a plan as they were before a change, put in the place of those that stand now. What was begun or done since stays where it
 * is, with the minutes that it had before if those were more; what lay before today is history and stays away.
 *
 * @param items all stored ones, with their states
 * @param before of the plan that comes back
 */
export function undoneItems(items: readonly PlanItem[], before: readonly StoredItem[], today: LocalDate): ItemChanges {
  const ahead = items.filter(({ date }) => date >= today);
  const begun = new Map(items.filter(({ loggedMinutes }) => loggedMinutes > 0).map((item) => [item.id, item]));
  const past = new Set(items.filter(({ date }) => date < today).map(({ id }) => id));
  const minutesBefore = new Map(before.map(({ id, minutes }) => [id, minutes]));
  const kept = ahead.filter(({ id }) => begun.has(id)).map((item) => ({ ...asStored(item), minutes: Math.max(item.minutes, minutesBefore.get(item.id) ?? 0) }));
  const back = before.filter(({ id, date }) => date >= today && !begun.has(id) && !past.has(id));
  const stays = new Set([...kept, ...back].map(({ id }) => id));
  return { items: inPlace([...kept, ...back]), goneIds: ahead.map(({ id }) => id).filter((id) => !stays.has(id)) };
}
