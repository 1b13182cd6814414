/** '1 item', '12 items'. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** How many a sentence names before it only counts. */
const MOST_NAMES = 5;

/** 'A, B, C' or, of many, the first five 'and 12 more'. */
export function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}
