import { normalForm } from '../platform/text/normal-text.contract.js';

/** What makes a password easy to guess, in words for the person who chose it. */
export const WEAKNESSES = {
  'few-characters': 'Use more than four different characters',
  run: 'Letters or numbers in sequence are easy to guess',
  common: 'Many people use this password. Choose another',
  'own-words': 'Don’t use your name, your email address or the word Daymark',
} as const;
export type Weakness = keyof typeof WEAKNESSES;

const MIN_DIFFERENT_CHARACTERS = 5;
/** This many extra characters around a common word add little: a year, a phone's last digits, some punctuation. */
const MAX_AROUND_A_WORD = 8;
const MIN_WORD = 4;
const MIN_OWN_WORD = 3;
const PRODUCT_WORDS = ['daymark'];

/** The owner of the password. Someone who knows them tries these words first. */
export interface PasswordOwner {
  email: string;
  name: string;
}

/**
 * The first reason why a password is easy to guess, or null. Case, compatibility forms (NFKC) and a few characters around a common word do not
 * make it harder: `Password2026!` is `password`.
 *
 * @param isCommon whether many people use a password, given in lower case
 */
export async function weaknessOf(password: string, owner: PasswordOwner, isCommon: (password: string) => Promise<boolean>): Promise<Weakness | null> {
  // Invisible characters split a word for the list of common ones, and nobody sees them.
  const text = normalForm(password.replaceAll(/\p{DI}/gu, ''), 'NFKC').toLowerCase();
  const characters = [...text];
  if (new Set(characters).size < MIN_DIFFERENT_CHARACTERS) return 'few-characters';
  if (isRun(characters)) return 'run';
  if (isOfOwnWords(text, owner)) return 'own-words';
  if (await isCommon(text)) return 'common';
  const word = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const isWordWithFrills = word.length >= MIN_WORD && text.length - word.length <= MAX_AROUND_A_WORD;
  return isWordWithFrills && (await isCommon(word)) ? 'common' : null;
}

/** `abcdefghij`, `9876543210`: each character next to the one before, always in the same direction; 0 follows 9. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, index) => stepFrom(characters[index]!, character));
  return [1, -1].some((direction) => steps.every((step) => step === direction));
}

function stepFrom(before: string, after: string): number {
  if (before === '9' && after === '0') return 1;
  if (before === '0' && after === '9') return -1;
  return after.codePointAt(0)! - before.codePointAt(0)!;
}

/** Whether the password consists of the person's own words and a few other characters. */
function isOfOwnWords(text: string, owner: PasswordOwner): boolean {
  const rest = ownWords(owner).reduce((left, word) => left.replaceAll(word, ''), text);
  if (rest === text) return false;
  return rest.length <= MAX_AROUND_A_WORD && rest.replaceAll(/[^\p{L}]/gu, '').length < MIN_WORD;
}

/** Longest first, so that a whole email goes before its parts. */
function ownWords({ email, name }: PasswordOwner): string[] {
  const texts = [email, name].map((text) => normalForm(text, 'NFKC').toLowerCase());
  const parts = texts.flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}]+/u));
  const words = [...texts, ...texts.map((text) => text.replaceAll(/\s/g, '')), ...parts, ...PRODUCT_WORDS];
  return [...new Set(words)].filter((word) => word.length >= MIN_OWN_WORD).sort((a, b) => b.length - a.length);
}
