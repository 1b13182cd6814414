/**
 * Rounds parts to whole numbers that sum to a whole number exactly: each is rounded down, and what is left goes one by one to the largest
 * remainders, the first of equal ones (Hamilton's method), or is taken from the smallest, the last of equal ones. Parts may be negative;
 * the whole is near their sum.
 */
export function sharedOut(whole: number, parts: ArrayLike<number>): number[] {
  const count = parts.length;
  const shared: number[] = [];
  const rests = new Float64Array(count);
  let left = whole;
  for (let i = 0; i < count; i++) {
    const down = Math.floor(parts[i]!);
    shared.push(down);
    rests[i] = parts[i]! - down;
    left -= down;
  }
  const all = count > 0 ? Math.floor(left / count) : 0;
  left -= all * count;
  // What goes once round to all is in `all`; so many of the largest remainders get one more.
  const least = left > 0 ? rests.slice().sort()[count - left]! : Infinity;
  let equal = left;
  for (let i = 0; i < count; i++) if (rests[i]! > least) equal--;
  for (let i = 0; i < count; i++) shared[i]! += all + (rests[i]! > least || (rests[i] === least && equal-- > 0) ? 1 : 0);
  return shared;
}
