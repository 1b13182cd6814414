import { numberedSlug, slugOf } from '../slug.contract.js';
import type { FrameworkItem } from './framework.js';

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
    while (used.has(numberedSlug(base, number))) number++;
    const slug = numberedSlug(base, number);
    next.set(base, number);
    used.add(slug);
    return slug;
  });
}
