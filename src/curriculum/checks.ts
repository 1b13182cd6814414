import type { Fault } from './fault.contract.js';

/** Slugs of one list that were used before in it. */
export function duplicates(items: readonly { slug?: string | undefined }[], path: string): Fault[] {
  const first = new Map<string, number>();
  return items.flatMap(({ slug }, i) => {
    if (slug === undefined) return [];
    const before = first.get(slug);
    if (before === undefined) first.set(slug, i);
    return before === undefined ? [] : [{ path: `${path}.${i}.slug`, message: `The slug "${slug}" is used by ${path}.${before} already` }];
  });
}

export function spanFault({ min, max }: { min?: number | undefined; max?: number | undefined }, path: string): Fault[] {
  return min !== undefined && max !== undefined && min > max ? [{ path: `${path}.max`, message: `Is ${max}, below the minimum of ${min}` }] : [];
}
