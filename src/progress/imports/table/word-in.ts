import { normalForm } from '../../../platform/text/normal-text.contract.js';

/** The word of a list that a cell means: "Hands on" is hands-on; undefined where it is none. */
export function wordIn<Word extends string>(words: readonly Word[], cell: string): Word | undefined {
  const wanted = normalForm(cell, 'NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
  return words.find((word) => word === wanted);
}
