/**
 * Rounds parts to whole numbers that sum to a whole number exactly: each is rounded down, and what is left goes one by one to the largest
 * remainders, the first of equal ones (Hamilton's method), or is taken from the smallest, the last of equal ones. Parts may be negative;
 * the whole is near their sum. There are few parts and little is left, so looking for the next one is quicker than sorting them.
 */
export function sharedOut(whole: number, parts: readonly number[]): number[] {
  if (parts.length === 0) return [];
  const rounded = parts.map(Math.floor);
  const rests = parts.map((part, i) => part - rounded[i]!);
  let left = whole;
  for (const part of rounded) left -= part;
  const all = Math.trunc(left / parts.length);
  for (let i = 0; all !== 0 && i < parts.length; i++) rounded[i]! += all;
  left -= all * parts.length;
  for (; left > 0; left--) {
    let at = 0;
    for (let i = 1; i < rests.length; i++) if (rests[i]! > rests[at]!) at = i;
    rounded[at]! += 1;
    rests[at] = -1;
  }
  for (; left < 0; left++) {
    let at = 0;
    for (let i = 1; i < rests.length; i++) if (rests[i]! <= rests[at]!) at = i;
    rounded[at]! -= 1;
    rests[at] = 2;
  }
  return rounded;
}
