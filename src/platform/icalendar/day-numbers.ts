/** Dates as numbers, for counting through many of them: days since 1970-01-01. Pure. */
import type { LocalDate } from '../time/time.contract.js';

export type Day = number;
export const DAY_MS = 86_400_000;

export const dayOf = (date: LocalDate): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
export const dateOf = (day: Day): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** `month` from 1; a month or a day beyond the end goes on in the next year or month, as in `Date.UTC`. */
export const dayFrom = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY_MS;

/** 1 is Monday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** `month` from 1. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}
