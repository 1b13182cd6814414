import { mentions, type NamedSubject } from './subjects.js';
import { prerequisiteKey, type Said, type Standing, type Subject } from './where-to-start.contract.js';
import type { Level } from './curriculum.contract.js';
import type { Prerequisite } from './curriculum-document.contract.js';

/** One prerequisite of a level, with how somebody stands to it. */
export type Stood = { key: string; standing: Standing; subjects: Subject[] } & Prerequisite;

/** Subjects with what was said of each. */
export const saidOf = (subjects: readonly NamedSubject[], { knows, lacks }: Pick<Said, 'knows' | 'lacks'>): Subject[] =>
  subjects.map(({ slug, name }) => ({ slug, name, said: knows.includes(slug) ? 'known' : lacks.includes(slug) ? 'lacking' : 'unsaid' }));

/**
 * How somebody stands to each prerequisite of a level.
 * - A level that was passed is met. One that is demanded and was not passed is lacking, whatever else was said.
 * - An answer about the prerequisite itself counts: met, partly, unmet.
 * - Else the subjects that its text names speak: all of them known is met; all lacking is lacking; some lacking is partly.
 * - Else nothing is known, and nothing is assumed: unsaid.
 */
export function standings({ slug, prerequisites }: Pick<Level, 'slug' | 'prerequisites'>, said: Said, subjects: readonly Subject[]): Stood[] {
  return prerequisites.map((prerequisite, index) => {
    const key = prerequisiteKey(slug, index);
    const named = mentions(prerequisite.text, subjects);
    return { ...prerequisite, key, subjects: named, standing: standingOf(prerequisite, key, named, said) };
  });
}

function standingOf(prerequisite: Prerequisite, key: string, named: readonly Subject[], { met, partly, unmet, passed }: Said): Standing {
  if (prerequisite.kind === 'level' && passed.includes(prerequisite.level)) return 'met';
  if (prerequisite.kind === 'level' && prerequisite.rule === 'enforced') return 'lacking';
  if (met.includes(key)) return 'met';
  if (partly.includes(key)) return 'partly';
  if (unmet.includes(key)) return 'lacking';
  const [known, lacking] = (['known', 'lacking'] as const).map((said) => named.filter((each) => each.said === said).length);
  if (lacking) return lacking === named.length ? 'lacking' : 'partly';
  return named.length > 0 && known === named.length ? 'met' : 'unsaid';
}

const MISSING: Readonly<Record<Standing, number>> = { met: 0, unsaid: 0, partly: 0.5, lacking: 1 };

/** Whether half or more of what the level asks for is missing, a part counting half; or anything it demands. */
export function isTooEarly(stood: readonly Stood[]): boolean {
  const missing = stood.reduce((sum, { standing }) => sum + MISSING[standing], 0);
  return missing * 2 >= Math.max(stood.length, 1) || stood.some(({ rule, standing }) => rule === 'enforced' && standing === 'lacking');
}

/**
 * Whether what was said speaks for a level before another that it advises first: nothing it asks for is missing, and at least one thing it
 * asks for is there, be it because somebody said so, or because they know more than half of the subjects it names. That a level was
 * passed is no evidence of more than that.
 */
export function isSpokenFor(stood: readonly Stood[], { met }: Said): boolean {
  if (stood.some(({ standing }) => MISSING[standing] > 0)) return false;
  return stood.some(({ key, kind, subjects }) => met.includes(key) || (kind !== 'level' && isMostlyKnown(subjects)));
}

const isMostlyKnown = (subjects: readonly Subject[]) => subjects.filter(({ said }) => said === 'known').length * 2 > subjects.length;
