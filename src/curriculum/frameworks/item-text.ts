import { normalForm, singleLine } from '../../platform/text/normal-text.contract.js';
import { UNPRINTABLE } from '../curriculum-document.contract.js';

/** Texts of a framework, made fit for a skill: what the title and description of one may hold (curriculum-document.contract.ts). */
export const LONGEST_TITLE = 200;
export const LONGEST_DESCRIPTION = 5_000;

/** Whether a text holds what cannot be shown; line ends of any system are no fault. */
export const isGarbled = (text: string): boolean => UNPRINTABLE.test(withNewlines(text));

/** Paragraphs without what cannot be shown, and without more than one empty line between two. */
export function prose(text: string): string {
  return normalForm(withNewlines(text), 'NFC')
    .replace(new RegExp(UNPRINTABLE, 'gu'), '')
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export const line = (text: string): string => singleLine(prose(text));

/** As much as fits, to the end of a word where one is near, with … for the rest; never half a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const word = text.slice(0, longest).search(/\s\S{0,30}$/);
  const cut = text.slice(0, word > 0 ? word : longest - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/**
 * The title of an item and what else it says, as paragraphs; nothing is said twice, and a title that had to be cut stands whole at the
 * beginning of the description.
 */
export function worded(title: string, others: readonly string[] = []): { title: string; description: string } {
  const short = shortened(line(title), LONGEST_TITLE);
  const paragraphs = new Set([title, ...others].map(prose).filter((text) => text !== '' && line(text) !== short));
  return { title: short, description: [...paragraphs].join('\n\n') };
}

const withNewlines = (text: string) => text.replace(/\r\n?/g, '\n');
