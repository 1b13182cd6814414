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

/**
 * Parts that lead back to themselves through what they need; each circle is told once, at its first part in the list.
 * @param needs slugs of the parts of the same list that one needs
 */
export function circles<Part extends { slug?: string | undefined }>(
  parts: readonly Part[],
  needs: (part: Part) => readonly (string | undefined)[],
  pathOf: (index: number) => string,
  kind: string,
): Fault[] {
  const before = new Map(parts.map((part) => [part.slug, needs(part).flatMap((slug) => slug ?? [])]));
  const settled = new Set<string>();
  const faults: Fault[] = [];
  const follow = (slug: string, way: readonly string[]): void => {
    if (way.includes(slug)) {
      const circle = [...way.slice(way.indexOf(slug)), slug];
      const path = pathOf(parts.findIndex((part) => part.slug === slug));
      faults.push({ path, message: `A ${kind} cannot come before itself: ${circle.join(' needs ')}` });
    } else if (!settled.has(slug)) {
      for (const next of before.get(slug) ?? []) follow(next, [...way, slug]);
      settled.add(slug);
    }
  };
  for (const { slug } of parts) if (slug !== undefined) follow(slug, []);
  return faults;
}
