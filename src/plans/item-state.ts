import type { LocalDate } from '../platform/time/time.contract.js';
import type { PlanItem } from './plans.contract.js';

/** A plan item as it is stored: what was logged for it stands in the study entries. */
export type StoredItem = Omit<PlanItem, 'loggedMinutes' | 'state'>;

/** Minutes logged on a date for a subject; with the item they were logged for, if they say so. */
export interface LoggedMinutes {
  date: LocalDate;
  planItemId: string | null;
  skillId: string | null;
  projectId: string | null;
  minutes: number;
}

export type Subject = Pick<LoggedMinutes, 'date' | 'skillId' | 'projectId'>;
const subjectOf = ({ date, skillId, projectId }: Subject) => `${date} ${skillId ?? projectId ?? 'level'}`;

/**
 * Says of each item what was logged for it and whether it is done. An entry counts for the item it names, on whatever date; all other
 * minutes, and what an item got beyond its own, go to the items of the day it was logged for and of the same skill or project, in their order. So a
 * minute is never counted for two items, and a learner who logs by skill alone sees the plan follow all the same.
 *
 * @param items of any dates, by date and position
 * @param logged of the same enrollment: all that name one of the items, and all of the items' dates
 * @param today the learner's; an item before it that is not done is missed
 */
export function withStates(items: readonly StoredItem[], logged: readonly LoggedMinutes[], today: LocalDate): PlanItem[] {
  const { shares } = sharedOut(items, logged);
  return items.map((item, i) => {
    const loggedMinutes = shares[i] ?? 0;
    const isDone = loggedMinutes >= item.minutes;
    return { ...item, loggedMinutes, state: isDone ? 'done' : item.date < today ? 'missed' : 'open' };
  });
}

/** Minutes logged on a date for a subject that no item counts: what a new item of that day would take for its own. */
export function unclaimed(items: readonly StoredItem[], logged: readonly LoggedMinutes[]): (subject: Subject) => number {
  const { left } = sharedOut(items, logged);
  return (subject) => left.get(subjectOf(subject)) ?? 0;
}

/** `shares`: minutes by place of the item; `left`: by date and subject. */
function sharedOut(items: readonly StoredItem[], logged: readonly LoggedMinutes[]): { shares: number[]; left: ReadonlyMap<string, number> } {
  const known = new Map(items.map((item) => [item.id, item]));
  const direct = new Map<string, number>();
  const left = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, minutes: number) => map.set(key, (map.get(key) ?? 0) + minutes);

  for (const entry of logged) {
    const item = entry.planItemId === null ? undefined : known.get(entry.planItemId);
    if (!item) {
      add(left, subjectOf(entry), entry.minutes);
      continue;
    }
    const before = direct.get(item.id) ?? 0;
    add(direct, item.id, entry.minutes);
    const beyond = Math.max(0, before + entry.minutes - Math.max(item.minutes, before));
    add(left, subjectOf({ ...item, date: entry.date }), beyond);
  }

  const shares = items.map((item) => {
    const own = direct.get(item.id) ?? 0;
    const share = Math.min(Math.max(0, item.minutes - own), left.get(subjectOf(item)) ?? 0);
    add(left, subjectOf(item), -share);
    return own + share;
  });
  return { shares, left };
}
