import { normalForm } from '../platform/text/normal-text.contract.js';

const LONGEST_SLUG = 80;

/** Letters that no accent can be taken from. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** A text as a slug: 'Größe & Maß' is 'grosse-mass'. Empty where it holds no letter of the Latin alphabet and no digit. */
export function slugOf(text: string): string {
  const spelt = text.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? '');
  const words = normalForm(spelt, 'NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  return fitting(words, LONGEST_SLUG);
}

/** The slug of a title that nothing beside it has yet: of several with the same the second gets -2. A title in another alphabet is 'untitled'. */
export function freeSlug(title: string, taken: ReadonlySet<string> = new Set()): string {
  const base = slugOf(title) || 'untitled';
  for (let number = 1; ; number += 1) {
    const slug = numberedSlug(base, number);
    if (!taken.has(slug)) return slug;
  }
}

export function numberedSlug(base: string, number: number): string {
  if (number === 1) return base;
  const suffix = `-${number}`;
  return `${fitting(base, LONGEST_SLUG - suffix.length)}${suffix}`;
}

/** Cut at the end of a word, unless its last word is very long. */
function fitting(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-', longest);
  return slug.slice(0, end > longest / 2 ? end : longest).replace(/-+$/, '');
}
