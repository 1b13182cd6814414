import type { Level } from '@server/curriculum/curriculum.contract';

type Rule = 'recommended' | 'enforced';
export type WayLevel = Pick<Level, 'id' | 'slug' | 'title' | 'order' | 'prerequisites' | 'next'>;

export interface Before {
  level: WayLevel;
  rule: Rule;
}

export interface Onward {
  name: string;
  /** Null for what is found elsewhere. */
  levelId: string | null;
  link: string | null;
  summary: string | null;
  /** How it lies to the level: 'on the same track', 'it comes after this one'. */
  note: string;
}

/** The levels that come before a level, and whether they must. */
export const levelsBefore = ({ prerequisites }: WayLevel, levels: readonly WayLevel[]): Before[] =>
  prerequisites.flatMap((each) => {
    const level = each.kind === 'level' ? levels.find(({ slug }) => slug === each.level) : undefined;
    return level ? [{ level, rule: each.rule }] : [];
  });

/** What a level leads to: its own next steps, then the levels that ask for it and are not among those. */
export function waysOn({ slug, next }: WayLevel, levels: readonly WayLevel[]): Onward[] {
  const steps = [
    { step: next?.sameTrack, note: 'on the same track' },
    { step: next?.crossTrack, note: 'across' },
    { step: next?.leadership, note: 'towards leading' },
  ].flatMap(({ step, note }) => (step ? [{ ...step, note }] : []));
  const named = steps.map(({ name, level, link, summary, note }) => {
    const own = levels.find((each) => each.slug === level);
    return { name: own?.title ?? name, levelId: own?.id ?? null, link: link ?? null, summary: summary ?? null, note };
  });
  const asking = levels.flatMap((level) => {
    const before = levelsBefore(level, levels).find((each) => each.level.slug === slug);
    if (!before || named.some(({ levelId }) => levelId === level.id)) return [];
    const note = before.rule === 'enforced' ? 'which demands this one' : 'which recommends this one first';
    return [{ name: level.title, levelId: level.id, link: null, summary: null, note }];
  });
  return [...named, ...asking];
}
