/** Whether two ways to the same day agree: from what is stored with a row, and from all that is known. */
import type { DayResult } from '../computed.js';

/** Evidence that faded in two steps differs from the same in one by less than this: in points, and in the chance. */
const LEAST = { points: 0.01, probability: 0.001 };

/** Before anything is rounded: two that lie on either side of a half are the same. */
export function agree(one: DayResult, other: DayResult): boolean {
  const [a, b] = [one.scored.level, other.scored.level];
  return (
    one.state === other.state &&
    isNear(a.score, b.score, LEAST.points) &&
    isNear(a.sd, b.sd, LEAST.points) &&
    areNear(one.probability, other.probability) &&
    areNear(one.probabilityLow, other.probabilityLow) &&
    areNear(one.probabilityHigh, other.probabilityHigh)
  );
}

const isNear = (one: number, other: number, least: number) => Math.abs(one - other) < least;
const areNear = (one: number | null, other: number | null) => (one === null || other === null ? one === other : isNear(one, other, LEAST.probability));
