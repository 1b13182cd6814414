/** Finds the skills and projects of a level by the names in a table. */
import type { LevelContent } from '../../../curriculum/level-content.js';
import { nameKey, searchKey } from '../../../platform/text/normal-text.contract.js';
import type { ImportMapping } from '../study-imports.contract.js';

export interface Subject {
  id: string;
  isProject: boolean;
}

export interface FoundSubject {
  /** Null for general study. */
  subject: Subject | null;
  /** The level has no part of this name, so only the learner knows what it stands for. */
  isForeign: boolean;
  /** False where the learner has not said it yet; until then it counts as general study. */
  isAnswered: boolean;
}
export type FindSubject = (name: string, prefers: 'skill' | 'project') => FoundSubject;

/**
 * Names are compared without case, normal form and white space. If that finds nothing, accents are ignored too, as long as only one part matches.
 * Names that the learner has mapped take precedence.
 */
export function subjectFinder({ skills, projects }: Pick<LevelContent, 'skills' | 'projects'>, mapping: ImportMapping): FindSubject {
  const all = [...skills.map((part) => ({ ...part, isProject: false })), ...projects.map((part) => ({ ...part, isProject: true }))];
  const byId = new Map(all.map(({ id, isProject }): [string, Subject] => [id, { id, isProject }]));
  const chosen = new Map(Object.entries(mapping.subjects ?? {}).map(([name, id]): [string, string | null] => [nameKey(name), id]));
  const [exact, loose] = [nameKey, searchKey].map((key) => ({ key, names: namesOf(all, key) }));
  const own = (name: string, prefers: 'skill' | 'project') => {
    for (const index of [exact, loose]) {
      const found = index?.names.get(index.key(name)) ?? [];
      const preferred = found.filter(({ isProject }) => isProject === (prefers === 'project'));
      const [only, ...more] = preferred.length > 0 ? preferred : found;
      if (only && (more.length === 0 || index === exact)) return only;
    }
    return null;
  };
  return (name, prefers) => {
    const known = own(name, prefers);
    const picked = chosen.get(nameKey(name));
    if (picked === undefined) return { subject: known, isForeign: known === null, isAnswered: known !== null || mapping.otherSubjects === 'general' };
    const subject = picked === null ? null : (byId.get(picked) ?? null);
    return { subject, isForeign: known === null, isAnswered: picked === null || subject !== null };
  };
}

function namesOf(parts: readonly (Subject & { slug: string; title: string })[], key: (name: string) => string): ReadonlyMap<string, Subject[]> {
  const names = new Map<string, Subject[]>();
  for (const { id, slug, title, isProject } of parts)
    for (const name of new Set([title, slug, id].map(key))) names.set(name, [...(names.get(name) ?? []), { id, isProject }]);
  return names;
}
