import type { Level } from './curriculum.contract.js';
import { isOpen, type CurriculumDocument } from './curriculum-document.contract.js';

/** Ids by slug: of a certification's levels, and of what each holds. */
export type Identities = Record<string, { id: string; skills: Record<string, string>; projects: Record<string, string> }>;

/** A release as it is read: its document, its levels with their ids in the order they are best taken. Never changes, so it may be kept. */
export interface PublishedRelease {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly document: CurriculumDocument;
  readonly levels: readonly Level[];
}

export function withIds(document: CurriculumDocument, identities: Identities): Level[] {
  const levels = document.levels.map((level) => {
    const ids = identities[level.slug];
    return {
      ...level,
      id: known(ids?.id, level.slug),
      open: isOpen(level),
      skills: level.skills.map((skill) => ({ ...skill, id: known(ids?.skills[skill.slug], skill.slug) })),
      projects: level.projects.map((project) => ({ ...project, id: known(ids?.projects[project.slug], project.slug) })),
    };
  });
  return levels.sort((one, other) => one.order - other.order);
}

/** Publishing writes a release and its identities together, so one without the other is a broken database and no refusal. */
function known(id: string | undefined, slug: string): string {
  if (id === undefined) throw new Error(`the release holds "${slug}", which has no identity`);
  return id;
}
