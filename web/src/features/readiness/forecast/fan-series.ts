/** What the fan chart draws and its table says, from the way so far and a forecast. Pure. */
import type { Fan, Forecast } from '@server/readiness/forecast/forecast.contract';
import { addDays } from '../../../ui/format';
import type { KnownPoint } from '../../../ui/trend-scale';

/** So much of the way so far is shown at least. */
const LEAST_DAYS = 28;

export type Way = 'plan' | 'pace';

export interface FanSeries {
  /** Up to today, as much as leaves the way ahead room. */
  past: KnownPoint[];
  /** From today on: the one whose range is drawn, and the other as a line. */
  ahead: KnownPoint[];
  other: KnownPoint[];
}

/** A narrow drawing looks back as far as ahead, a wide one twice as far. */
export function fanSeries(known: readonly KnownPoint[], { today, daysToExam, plan, pace }: Forecast, way: Way, isNarrow: boolean): FanSeries {
  const from = addDays(today, -Math.max(LEAST_DAYS, daysToExam * (isNarrow ? 1 : 2)));
  const now = standingOn(known, today);
  const past = known.filter(({ date }) => date >= from && date < today);
  const [shown, other] = way === 'plan' && plan ? [plan, pace] : [pace, plan];
  return { past: now ? [...past, now] : past, ahead: aheadOf(shown, today, now), other: other ? aheadOf(other, today, now) : [] };
}

/** The latest score stands until another one is worked out. */
export function standingOn(known: readonly KnownPoint[], today: string): KnownPoint | undefined {
  const latest = known.findLast(({ date }) => date <= today);
  return latest && { ...latest, date: today };
}

/** A fan opens where one stands: what is still to be studied today counts from tomorrow on. */
function aheadOf({ points }: Fan, today: string, now: KnownPoint | undefined): KnownPoint[] {
  const later = points.map(({ date, p10, p50, p90 }) => ({ date, score: p50, low: p10, high: p90 })).filter(({ date }) => !now || date > today);
  return now ? [now, ...later] : later;
}

export interface FanRow {
  date: string;
  name: 'today' | 'exam' | null;
  plan: KnownPoint | undefined;
  pace: KnownPoint | undefined;
}

/** Day by day as they are drawn, both ways ahead side by side. */
export function fanRows(known: readonly KnownPoint[], forecast: Forecast): FanRow[] {
  const { today, examOn } = forecast;
  const now = standingOn(known, today);
  const [plan, pace] = [forecast.plan ? aheadOf(forecast.plan, today, now) : [], aheadOf(forecast.pace, today, now)];
  const dates = [...new Set([...plan, ...pace].map(({ date }) => date))].sort();
  const on = (points: readonly KnownPoint[], date: string) => points.find((point) => point.date === date);
  return dates.map((date) => ({
    date,
    name: date === examOn ? 'exam' : date === today ? 'today' : null,
    plan: on(plan, date),
    pace: on(pace, date),
  }));
}

/** What a line is of; with where it leads, while no words have room at its end: 'On plan: 80 by the exam, 69 to 89 likely'. */
export const lineName = (name: string, end?: KnownPoint): string => (end ? `${name}: ${end.score} by the exam, ${end.low} to ${end.high} likely` : name);

/** The days between two ends of words at the exam, so that neither covers the other: their heights, moved apart as far as needed. */
export function apart(one: number, other: number, least: number): [number, number] {
  const gap = Math.abs(one - other);
  if (gap >= least) return [one, other];
  const move = (least - gap) / 2;
  return one <= other ? [one - move, other + move] : [one + move, other - move];
}
