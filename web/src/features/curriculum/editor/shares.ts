/** Decimal shares may miss 100 by as much as nobody sees, as the server has it. */
const CLOSE = 0.01;

export interface SharesSaid {
  isWhole: boolean;
  words: string;
}

/** Whether shares make a whole, in words; null while there is none. @param name what they are: 'Weights' */
export function sharesSaid(name: string, shares: readonly (number | undefined)[]): SharesSaid | null {
  const missing = shares.filter((share) => share === undefined).length;
  if (missing === shares.length) return null;
  const sum = Math.round(shares.reduce<number>((total, share) => total + (share ?? 0), 0) * 100) / 100;
  const rest = Math.round((100 - sum) * 100) / 100;
  const without = missing > 0 ? `, ${missing} ${missing === 1 ? 'has' : 'have'} none yet` : '';
  if (Math.abs(rest) > CLOSE) return { isWhole: false, words: `${name} add up to ${sum}, ${Math.abs(rest)} ${rest > 0 ? 'to go' : 'too many'}${without}` };
  return { isWhole: missing === 0, words: `${name} add up to 100${without}` };
}
