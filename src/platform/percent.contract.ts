/**
 * A share in percent, whole unless digits are asked for. Below all it is never 100 and above nothing never 0: 299 of 300 is 99%, 1 of 1,000
 * is 1%. Nothing of nothing is 0. Shares outside of 0 to 1 count as the nearer end.
 * @param whole what all would be; 1 where `part` is a share already
 */
export function percentOf(part: number, whole = 1, digits: 0 | 1 = 0): number {
  if (!(part > 0) || !(whole > 0)) return 0;
  if (part >= whole) return 100;
  const steps = 10 ** digits;
  const rounded = Math.round((part / whole) * 100 * steps);
  return Math.min(100 * steps - 1, Math.max(1, rounded)) / steps;
}

/** A chance in whole percent: never 0 or 100, for nothing that lies ahead is certain. */
export const chancePercent = (probability: number): number => Math.min(99, Math.max(1, percentOf(probability)));
