/** What planned days and studied days say of a learner: on the Today page and on a mentor's board alike. */
import { percentOf } from '../platform/percent.contract.js';
import { daysBefore, daysBetween, plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { consistency } from '../progress/consistency.js';
import { streakOf } from '../progress/streak.js';

/** Days that a person looks back on: two weeks hold each weekday twice. */
export const LOOK_BACK_DAYS = 14;
/** How far back days are read for streak and consistency; nobody counts further on their fingers. */
export const STEADY_BACK_DAYS = 400;

export interface Steadiness {
  /** Planned study days in a row. */
  streak: number;
  /** The planned day of this week that was missed and does not break the row. */
  repairedOn: LocalDate | null;
  consistencyPercent: number;
  /** Planned days of the last two weeks. */
  studiedOfPlanned: { studied: number; planned: number };
}

/**
 * Today counts where it was studied: before, it is planned but not missed yet.
 *
 * @param planned dates up to today on which a plan item stands or stood, ascending, each once
 * @param studied dates with study, planned or not
 */
export function steadinessOf(planned: readonly LocalDate[], studied: readonly LocalDate[], today: LocalDate): Steadiness {
  const days = new Set(studied);
  const lived = planned.filter((date) => date < today || (date === today && days.has(date)));
  const each = lived.map((text) => ({ date: plainDate(text), isPlanned: true, isStudied: days.has(text), studied: days.has(text) }));
  const since = daysBefore(today, LOOK_BACK_DAYS);
  const recent = lived.filter((date) => date > since);
  const { count, repairedOn } = streakOf(each, plainDate(today));
  return {
    streak: count,
    repairedOn: repairedOn?.toString() ?? null,
    consistencyPercent: percentOf(consistency(each, plannedPerDay(lived, today))),
    studiedOfPlanned: { studied: recent.filter((date) => days.has(date)).length, planned: recent.length },
  };
}

function plannedPerDay(planned: readonly LocalDate[], today: LocalDate): number {
  const [first] = planned;
  if (first === undefined) return 1;
  return planned.length / (daysBetween(first, today) + 1);
}
