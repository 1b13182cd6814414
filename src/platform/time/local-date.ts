/** Reckoning with dates as contracts write them; the only place that reads one from text on a hot path. */
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './time.contract.js';

/** Dates are few and never change, and reading one costs more than most of what is done with it. */
const read = new Map<LocalDate, Temporal.PlainDate>();
const MOST_DATES = 10_000;

export function plainDate(text: LocalDate): Temporal.PlainDate {
  const date = read.get(text) ?? Temporal.PlainDate.from(text);
  if (read.size < MOST_DATES) read.set(text, date);
  return date;
}

/** The date so many days earlier. */
export const daysBefore = (date: LocalDate, days: number): LocalDate => plainDate(date).subtract({ days }).toString();

/** Whole days from one date to another; negative when the second is earlier. */
export const daysApart = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to, { largestUnit: 'days' }).days;
/** The same of dates as text. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => daysApart(plainDate(from), plainDate(to));

export interface Week {
  monday: LocalDate;
  sunday: LocalDate;
  /** Monday to Sunday. */
  dates: readonly LocalDate[];
}

/** At any moment the world lives through three dates at most, and everybody's page asks for the week of one of them. */
const weeks = new Map<LocalDate, Week>();
const MOST_WEEKS = 100;

/** The calendar week (ISO 8601) that a date lies in. */
export function weekOf(date: LocalDate): Week {
  const known = weeks.get(date);
  if (known) return known;
  const day = plainDate(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const dates = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }).toString());
  const week = { monday: monday.toString(), sunday: monday.add({ days: 6 }).toString(), dates };
  if (weeks.size >= MOST_WEEKS) weeks.clear();
  weeks.set(date, week);
  return week;
}
