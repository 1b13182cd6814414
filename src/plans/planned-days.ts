import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../platform/time/time.contract.js';

/** Days that a person looks back on: two weeks hold each weekday twice. */
export const LOOK_BACK_DAYS = 14;

/** The first of the dates that are looked back on. */
export const lookBackFrom = (today: LocalDate): LocalDate =>
  Temporal.PlainDate.from(today)
    .subtract({ days: LOOK_BACK_DAYS - 1 })
    .toString();

/**
 * How many of the last two weeks' planned days were studied, of how many. Today counts once it was studied: before, it is not missed yet.
 *
 * @param planned dates on which a plan item stands or stood
 * @param studied dates with study, planned or not
 */
export function studiedOfPlanned(planned: readonly LocalDate[], studied: readonly LocalDate[], today: LocalDate): { studied: number; planned: number } {
  const days = new Set(studied);
  const from = lookBackFrom(today);
  const over = [...new Set(planned)].filter((date) => date >= from && (date < today || (date === today && days.has(date))));
  return { studied: over.filter((date) => days.has(date)).length, planned: over.length };
}
