import { normalForm } from '../../platform/text/normal-text.contract.js';

/** Longer ones are no words, and would not fit into an index. */
const LONGEST_WORD = 60;

/**
 * A text as the search compares it: its words, letters and digits alone, in lower case and without accents. Both sides are cut up by this
 * one function, so that `CI/CD` and `scikit-learn` are found by any of their parts, and no sign of a query means anything to PostgreSQL.
 */
export function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(folded).filter((word) => word !== '' && word.length <= LONGEST_WORD);
}

/** One word in lower case, without accents and with letters of one form: `Résumé` is `resume`. */
export function folded(word: string): string {
  return normalForm(word.toLowerCase(), 'NFKD').replaceAll(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** What a misspelt word may have meant: words long enough to be misspelt, each once. In order, so that two who write them never wait for each other. */
export function vocabularyOf(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap(wordsOf).filter((word) => word.length >= 3 && /\p{L}/u.test(word)));
  return [...words].sort();
}
