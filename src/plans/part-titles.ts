import type { StoredItem } from './item-state.js';

type Titled = Pick<StoredItem, 'date' | 'position' | 'kind' | 'title' | 'skillId' | 'projectId'>;

const PART = /, part \d+ of \d+$/;

/**
 * Says of work that takes several sittings which this is: 'ML lifecycle, part 2 of 4'. Counted over all of a skill or project in the order
 * of their days, whoever put them there; what is done is not among them and keeps the title it was done under.
 */
export function withPartTitles<Item extends Titled>(items: readonly Item[], isDone: (item: Item) => boolean): Item[] {
  const subject = ({ kind, skillId, projectId }: Titled) => (kind === 'study' || kind === 'project' ? (skillId ?? projectId) : null);
  const parts = new Map<string, Item[]>();
  for (const item of items.toSorted(inOrder)) {
    const id = subject(item);
    if (id !== null && !isDone(item)) parts.set(id, [...(parts.get(id) ?? []), item]);
  }
  return items.map((item) => {
    const of = parts.get(subject(item) ?? '') ?? [];
    const number = of.indexOf(item) + 1;
    if (number === 0) return item;
    const whole = item.title.replace(PART, '');
    return { ...item, title: of.length > 1 ? `${whole}, part ${number} of ${of.length}` : whole };
  });
}

const inOrder = (a: Titled, b: Titled) => (a.date === b.date ? a.position - b.position : a.date < b.date ? -1 : 1);
