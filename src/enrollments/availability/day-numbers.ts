/** Dates as numbers, for counting through many of them: days since 1970-01-01. Pure. */
import type { LocalDate } from '../../platform/time/time.contract.js';

export type Day = number;
const DAY_MS = 86_400_000;

export const dayOf = (date: LocalDate): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
export const dateOf = (day: Day): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The last day of the date's month. */
export function lastOfMonth(date: LocalDate): Day {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Date.UTC(year, month, 0) / DAY_MS;
}

/** Days of the date's month by their numbers, in order; counted from its end below 0, and none where the month is too short. */
export function daysOfMonth(date: LocalDate, numbers: readonly number[]): Day[] {
  const [first, last] = [dayOf(`${date.slice(0, 8)}01`), lastOfMonth(date)];
  const days = numbers.map((number) => (number > 0 ? first + number - 1 : last + number + 1)).filter((day) => day >= first && day <= last);
  return [...new Set(days)].sort((a, b) => a - b);
}
