/** By how much a score differs from an earlier one; null where one of them was too early to say. */
export const changeSince = (before: number | null, score: number | null): number | null => (before === null || score === null ? null : score - before);
