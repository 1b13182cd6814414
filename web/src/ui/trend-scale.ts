import { addDays, daysBetween, weekStart } from './format';

export interface TrendPoint {
  date: string;
  score: number | null;
  low: number | null;
  high: number | null;
}
export interface KnownPoint {
  date: string;
  score: number;
  low: number;
  high: number;
}

export const isKnown = (point: TrendPoint): point is KnownPoint => point.score !== null && point.low !== null && point.high !== null;

/** Where a date lies in a drawing. */
export interface DateScale {
  x: (date: string) => number;
  bottom: number;
  first: string;
  last: string;
}

/** Where a date and a score lie. */
export interface TrendScale extends DateScale {
  y: (score: number) => number;
  left: number;
  right: number;
  least: number;
}

const TOP = 26;
const FOOT = 26;
const LEFT = 30;
/** Room for the words at the last point, where nothing lies to its right. */
const WORDS = 104;
const EDGE = 14;

/** @param hasEndWords whether words stand to the right of the last day, where there is room for them */
export function trendScale(
  points: readonly KnownPoint[],
  today: string,
  examOn: string | null,
  width: number,
  height: number,
  hasEndWords = false,
): TrendScale {
  const dates = [...points.map(({ date }) => date), today, ...(examOn ? [examOn] : [])].sort();
  const [first, end] = [dates[0] ?? today, dates.at(-1) ?? today];
  // Fewer than two weeks would be drawn too steep.
  const last = daysBetween(first, end) < 14 ? addDays(first, 14) : end;
  const least = Math.min(...points.map(({ low }) => low)) < 25 ? 0 : 20;
  const right = width - ((hasEndWords || last === today) && width >= 480 ? WORDS : EDGE);
  const bottom = height - FOOT;
  const days = daysBetween(first, last);
  return {
    x: (date) => LEFT + (daysBetween(first, date) / days) * (right - LEFT),
    y: (score) => bottom - ((score - least) / (100 - least)) * (bottom - TOP),
    ...{ left: LEFT, right, bottom, first, last, least },
  };
}

const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 365];

/** Dates to write below: as dense as they can be read, on Mondays where they stand a week or more apart, and none beside one of `taken`. */
export function tickDates({ x, first, last }: DateScale, taken: readonly string[], room = 64): string[] {
  const pixels = x(addDays(first, 1)) - x(first);
  const step = STEPS.find((days) => days * pixels >= room) ?? 365;
  const start = step < 7 ? first : weekStart(addDays(first, 6));
  const dates = [];
  for (let date = start; date <= last; date = addDays(date, step)) dates.push(date);
  return dates.filter((date) => taken.every((other) => Math.abs(x(date) - x(other)) > 52));
}
