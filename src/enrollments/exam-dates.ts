import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../platform/time/time.contract.js';

export const MOST_YEARS_AHEAD = 5;

/** The dates an exam may lie on, both included: from tomorrow to five years ahead. */
export function examDates(today: LocalDate): { from: LocalDate; to: LocalDate } {
  const date = Temporal.PlainDate.from(today);
  return { from: date.add({ days: 1 }).toString(), to: date.add({ years: MOST_YEARS_AHEAD }).toString() };
}
