import type { WeekOfStudy } from '../../../ui/week-bars';
import { addDays, weekStart } from '../../../ui/format';

interface Planned {
  date: string;
  minutes: number;
}

/**
 * Weeks of study beside what the plan had for each. Weeks before its first had no plan; before the plan was read (null) none has.
 */
export function plannedWeeks(weeks: readonly { monday: string; minutes: number }[], items: readonly Planned[] | null): WeekOfStudy[] {
  const planned = new Map<string, number>();
  const first = (items ?? []).reduce<string | undefined>((least, { date }) => (least === undefined || date < least ? date : least), undefined);
  for (const { date, minutes } of items ?? []) planned.set(weekStart(date), (planned.get(weekStart(date)) ?? 0) + minutes);
  return weeks.map(({ monday, minutes }) => ({
    from: monday,
    minutes,
    plannedMinutes: first === undefined || addDays(monday, 6) < first ? undefined : (planned.get(monday) ?? 0),
  }));
}
