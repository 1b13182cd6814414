/** What the choice needs to know of a level's guidance for one length of preparation. */
export interface Template {
  slug: string;
  minDays: number;
  maxDays: number;
}

/**
 * The guidance that fits: the longest that is not longer than the days left. With fewer days than the shortest needs it is the
 * shortest, compressed. Undefined where a level has none.
 */
export function chooseTemplate<T extends Template>(templates: readonly T[], daysLeft: number): T | undefined {
  const byLength = templates.toSorted((a, b) => a.minDays - b.minDays || a.maxDays - b.maxDays);
  return byLength.findLast(({ minDays }) => minDays <= daysLeft) ?? byLength[0];
}
