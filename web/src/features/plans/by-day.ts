import type { PlanItem } from '@server/plans/plans.contract';

/** Items by their date, in the order in which they come. */
export function byDay(items: readonly PlanItem[]): Map<string, PlanItem[]> {
  const days = new Map<string, PlanItem[]>();
  for (const item of items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  return days;
}
