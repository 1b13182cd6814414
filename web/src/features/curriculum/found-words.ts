import type { PassageKind, SearchResult } from '@server/curriculum/search.contract';

/** A kind as it stands beside one result, and above many. */
const KINDS: Record<PassageKind, { one: string; many: string }> = {
  certification: { one: 'Certification', many: 'Certifications' },
  level: { one: 'Level', many: 'Levels' },
  skill: { one: 'Skill', many: 'Skills' },
  project: { one: 'Project', many: 'Projects' },
  'learning-path': { one: 'Learning path', many: 'Learning paths' },
  'job-role': { one: 'Job role', many: 'Job roles' },
  'next-certification': { one: 'What comes after', many: 'What comes after' },
  provider: { one: 'Training and support', many: 'Training and support' },
  question: { one: 'Question', many: 'Questions' },
};

export const kindOf = (kind: PassageKind): string => KINDS[kind].one;
export const kindsOf = (kind: PassageKind): string => KINDS[kind].many;

/** The page that holds it: its level's, else its certification's. */
export const pageOf = ({ level, certification }: SearchResult): string => (level ? `/levels/${level.id}` : `/certifications/${certification.slug}`);

/** What it belongs to; undefined for a certification. */
export function placeOf({ kind, level, certification }: SearchResult): string | undefined {
  if (kind === 'certification') return undefined;
  return level && kind !== 'level' ? `${level.title}, ${certification.title}` : certification.title;
}

/** No two results have the same. */
export const keyOf = ({ kind, slug, title, level, certification }: SearchResult): string => [kind, certification.slug, level?.slug, slug, title].join(' ');

/** By kind, the kind of the best result first; within one the best first. */
export function byKind(results: readonly SearchResult[]): { kind: PassageKind; found: SearchResult[] }[] {
  const groups = new Map<PassageKind, SearchResult[]>();
  for (const result of results) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
  return [...groups].map(([kind, found]) => ({ kind, found }));
}
