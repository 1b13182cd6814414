import type { FrameworkItem } from './framework.js';

const LONGEST_SLUG = 80;

/** Letters that no accent can be taken from. */
const SPELT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** A text as a slug: 'Größe & Maß' is 'grosse-mass'. Empty where it holds no letter of the Latin alphabet and no digit. */
export function slugOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  return fitting(words, LONGEST_SLUG);
}

/**
 * The slug of each item, in their order: from its title, or from its code or id where the title is in another alphabet. Of several that would
 * have the same, the second gets -2. What skills a level has already plays no part, so that the same framework gets the same slugs again.
 * @param taken slugs that no skill may have: those of the projects of the level
 */
export function skillSlugs(items: readonly Pick<FrameworkItem, 'id' | 'code' | 'title'>[], taken: Iterable<string>): string[] {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return items.map(({ title, code, id }) => {
    const base = slugOf(title) || slugOf(code) || slugOf(id) || 'skill';
    let number = next.get(base) ?? 1;
    while (used.has(numbered(base, number))) number++;
    const slug = numbered(base, number);
    next.set(base, number);
    used.add(slug);
    return slug;
  });
}

function numbered(base: string, number: number): string {
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
