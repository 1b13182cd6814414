import { Temporal } from 'temporal-polyfill';

/** A date, and whether study was planned on it and logged on it. */
export interface StreakDay {
  date: Temporal.PlainDate;
  isPlanned: boolean;
  isStudied: boolean;
}

export interface Streak {
  count: number;
  repairedOn: Temporal.PlainDate | null;
}

/**
 * Planned study days in a row, up to today. Rest days and pauses neither count nor break it, studied or not. A planned day that was missed
 * ends it, but for one a week: the first missed in a week (Monday to Sunday) is repaired for nothing, which means that it does not count and
 * does not break. Today counts once it is studied, and is not missed before it is over.
 *
 * Edge cases: a miss while there is no streak spends no repair; the second miss of a week begins anew after it, whatever the first was.
 *
 * @returns how many, and the day of today's week that is repaired, while the row that it holds together goes on
 * @param days in any order; dates that are absent are rest days; those after today are ignored
 */
export function streakOf(days: readonly StreakDay[], today: Temporal.PlainDate): Streak {
  const planned = days
    .filter(({ date, isPlanned, isStudied }) => isPlanned && Temporal.PlainDate.compare(date, today) <= 0 && (isStudied || !date.equals(today)))
    .sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  let count = 0;
  let repairedUntil: Temporal.PlainDate | null = null;
  let repairedOn: Temporal.PlainDate | null = null;
  for (const { date, isStudied } of planned) {
    if (isStudied) count++;
    else if (count > 0 && (!repairedUntil || Temporal.PlainDate.compare(date, repairedUntil) > 0)) [repairedUntil, repairedOn] = [sundayOf(date), date];
    else [count, repairedOn] = [0, null];
  }
  return { count, repairedOn: repairedUntil?.equals(sundayOf(today)) ? repairedOn : null };
}

export const streak = (days: readonly StreakDay[], today: Temporal.PlainDate): number => streakOf(days, today).count;

const sundayOf = (date: Temporal.PlainDate) => date.add({ days: 7 - date.dayOfWeek });
