import { normalForm } from './normal-text.contract.js';

/** No date, time or duration is longer, in characters. Longer text is not looked through for one, because that takes seconds. */
export const LONGEST_VALUE = 100;

/**
 * A typed value with digits, hyphens, fractions and blanks as ASCII has them: full width, Arabic and Indian digits, what a word processor
 * makes of a hyphen, and 1½ as 1.5. Text longer than any value stays as it is.
 */
export const plainCell = (text: string): string => (text.length > LONGEST_VALUE ? text : asciiOf(text));

const asciiOf = (text: string): string =>
  normalForm(text.replaceAll(FRACTION, decimals), 'NFKC')
    .replaceAll(/\p{Nd}/gu, digit)
    .replaceAll(/(?<=\d)\u066b(?=\d)/g, '.')
    .replaceAll(/(?<=\d)\u066c(?=\d)/g, ',')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/[\s\p{Zs}]+/gu, ' ')
    .trim();

const FRACTIONS: Readonly<Record<string, string>> = {
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
  '⅓': '.3333',
  '⅔': '.6667',
  '⅛': '.125',
  '⅜': '.375',
  '⅝': '.625',
  '⅞': '.875',
};
const FRACTION = /(?:(?<whole>\p{Nd})[\s\p{Zs}]?)?(?<part>[½¼¾⅓⅔⅛⅜⅝⅞])(?!\p{Nd})/gu;
const decimals = (match: string, whole: string | undefined, part: string): string => `${whole ?? '0'}${FRACTIONS[part] ?? match}`;

/** Value of a decimal digit in any script. Unicode has the ten digits of a script in order, from zero. */
function digit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
