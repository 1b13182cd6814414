import type { WayOut } from '../plans.contract.js';
import { effectOf } from './effect.js';
import { sumMinutes } from './plan-days.js';
import type { Work } from './plan-work.js';
import type { Short } from './ways-out.js';

/** Minutes are counted in steps so large that no more than so many are missing. */
const MOST_STEPS = 1_000;
/** Of two choices that cost the same the one that leaves less out is better. */
const POINTS_A_MINUTE = 1e-6;

/**
 * The parts to leave out so that what is left fits, at the least cost in points of readiness; never all of them. What a part costs is what
 * the rest of it would have added: by `points`, else its weight times the share of it that is still to be done.
 */
export function leaveOut({ input, days, work, missing }: Short): WayOut | undefined {
  const pointsOf = (part: Work) => input.points?.[part.id] ?? (part.weightPercent * part.minutes) / Math.max(1, part.effortMinutes);
  const out = cheapest(work, missing, pointsOf);
  if (!out || out.length === work.length) return undefined;
  const sum = (of: (part: Work) => number) => Math.round(out.reduce((total, part) => total + of(part), 0) * 10) / 10;
  return {
    kind: 'leave-out',
    partIds: out.map(({ id }) => id),
    titles: out.map(({ title }) => title),
    minutes: sumMinutes(out),
    weightPercent: sum(({ weightPercent }) => weightPercent),
    readinessPoints: sum(pointsOf),
    effect: effectOf(days, sumMinutes(work) - sumMinutes(out)),
  };
}

/**
 * Covering knapsack by dynamic programming: for every number of steps the least that parts which free so many cost. Steps of a part are
 * rounded down, so that what is chosen frees at least `missing`.
 */
function cheapest(work: readonly Work[], missing: number, pointsOf: (part: Work) => number): Work[] | undefined {
  const step = Math.max(1, Math.ceil(missing / MOST_STEPS));
  const wanted = Math.ceil(missing / step);
  const costs = new Array<number>(wanted + 1).fill(Infinity);
  const chosen: (Work[] | undefined)[] = [[]];
  costs[0] = 0;
  for (const part of work) {
    const steps = Math.floor(part.minutes / step);
    const cost = pointsOf(part) + part.minutes * POINTS_A_MINUTE;
    for (let freed = wanted; freed > 0; freed--) {
      const rest = Math.max(0, freed - steps);
      const through = (costs[rest] ?? Infinity) + cost;
      if (rest === freed || through >= (costs[freed] ?? Infinity)) continue;
      costs[freed] = through;
      chosen[freed] = [...(chosen[rest] ?? []), part];
    }
  }
  return chosen[wanted];
}
