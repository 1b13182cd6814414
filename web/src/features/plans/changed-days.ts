import type { ItemChange } from './change-words';

interface Placed {
  item: ItemChange;
  minutes: number;
  /** Came to this day, or changed its length there. */
  isNew: boolean;
}

export interface ChangedDay {
  date: string;
  before: Placed[];
  after: Placed[];
}

/** The days on which a change puts something else than before, the earliest first, each with all it held and holds. Pure. */
export function changedDays(items: readonly ItemChange[]): ChangedDay[] {
  const days = new Map<string, ChangedDay>();
  const dayOn = (date: string) => {
    const day = days.get(date) ?? { date, before: [], after: [] };
    days.set(date, day);
    return day;
  };
  for (const item of items) {
    const { from, to, change } = item;
    if (from) dayOn(from.date).before.push({ item, minutes: from.minutes, isNew: false });
    if (to) dayOn(to.date).after.push({ item, minutes: to.minutes, isNew: change !== 'kept' });
  }
  const isKept = ({ item }: Placed) => item.change === 'kept';
  return [...days.values()].filter(({ before, after }) => ![...before, ...after].every(isKept)).sort((a, b) => (a.date < b.date ? -1 : 1));
}
