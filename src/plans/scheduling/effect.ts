import type { WayOut } from '../plans.contract.js';
import { sumMinutes } from './plan-days.js';
import type { OpenDay } from './plan-input.js';

/** When everything is done if each day is used to the full, and what is left of the time then. */
export function effectOf(days: readonly OpenDay[], needed: number): WayOut['effect'] {
  let left = needed;
  const last = days.find(({ minutes }) => (left -= minutes) <= 0);
  const spare = sumMinutes(days) - needed;
  return { missingMinutes: Math.max(0, -spare), spareMinutes: Math.max(0, spare), finishOn: last?.date.toString() ?? null };
}
