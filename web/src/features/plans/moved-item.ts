import type { Plan } from '@server/plans/plans.contract';

/** The plan with one item pinned on a date, at the end of that day; the rest as it is, until the server has made room. Pure. */
export function withItemOn(plan: Plan, itemId: string, date: string): Plan {
  const item = plan.items.find(({ id }) => id === itemId);
  if (!item) return plan;
  const others = plan.items.filter(({ id }) => id !== itemId);
  const position = others.filter((other) => other.date === date).length;
  const items = [...others, { ...item, date, position, pinned: true }].sort((a, b) => (a.date === b.date ? a.position - b.position : a.date < b.date ? -1 : 1));
  return { ...plan, items };
}

/** Where an item may be put: from today to the day before the exam. */
export const isPlannable = ({ today, examOn }: Pick<Plan, 'today' | 'examOn'>, date: string): boolean => date >= today && date < examOn;

/** What a person may move: what is open from today on. */
export const isMovable = ({ today }: Pick<Plan, 'today'>, { state, date }: Plan['items'][number]): boolean => state === 'open' && date >= today;
