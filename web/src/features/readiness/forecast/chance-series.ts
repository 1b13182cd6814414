/** What the drawing of the chance so far shows, from the history and today's chance. Pure. */
import type { Readiness } from '@server/readiness/readiness.contract';
import type { KnownPoint } from '../../../ui/trend-scale';
import { onScale } from '../chance-words';

/** Days on which there was a chance, each with its range, today's last. A chance that is kept without its range is left out. */
export function chancePoints(history: Readiness['history'], today: string, chance: Parameters<typeof onScale>[0]): KnownPoint[] {
  const past = history.flatMap(({ date, probability, probabilityLow: low, probabilityHigh: high }) =>
    probability === null || low === null || high === null || date >= today ? [] : [{ date, ...onScale({ probability, low, high }) }],
  );
  return [...past, { date: today, ...onScale(chance) }];
}
