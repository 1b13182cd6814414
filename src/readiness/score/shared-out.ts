/**
 * Rounds parts to whole numbers that sum to a whole number exactly: each is rounded down, and what is left goes one by one to the largest
 * remainders (Hamilton's method), or is taken from the smallest. Parts may be negative; the whole is near their sum.
 */
export function sharedOut(whole: number, parts: readonly number[]): number[] {
  if (parts.length === 0) return [];
  const rounded = parts.map(Math.floor);
  const byRemainder = parts.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = whole - rounded.reduce((sum, part) => sum + part, 0);
  for (let turn = 0; left > 0; turn++, left--) rounded[byRemainder[turn % parts.length]!.i]! += 1;
  for (let turn = parts.length - 1; left < 0; turn = turn === 0 ? parts.length - 1 : turn - 1, left++) rounded[byRemainder[turn]!.i]! -= 1;
  return rounded;
}
