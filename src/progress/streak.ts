import { Temporal } from 'temporal-polyfill';

/** A date, and whether study was planned on it and logged on it. */
export interface StreakDay {
  date: Temporal.PlainDate;
  isPlanned: boolean;
  isStudied: boolean;
}

/**
 * Planned study days in a row, up to today. Rest days neither count nor break it, studied or not; a planned day that was missed ends
 * it; today counts once it is studied, and breaks nothing before.
 *
 * @param days in any order; dates that are absent are rest days; those after today are ignored
 */
export function streak(days: readonly StreakDay[], today: Temporal.PlainDate): number {
  const planned = days
    .filter(({ date, isPlanned, isStudied }) => isPlanned && Temporal.PlainDate.compare(date, today) <= 0 && (isStudied || !date.equals(today)))
    .sort((a, b) => Temporal.PlainDate.compare(b.date, a.date));
  const broken = planned.findIndex(({ isStudied }) => !isStudied);
  return broken === -1 ? planned.length : broken;
}
