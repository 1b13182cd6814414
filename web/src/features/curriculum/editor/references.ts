/** What names a part by its slug goes along when the part is renamed or retired, so that an edit leaves nothing dangling behind. */
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { at, listAt, put } from './document-path';

/** What a slug becomes; `undefined` takes the reference away. */
type Becomes = (slug: string) => string | undefined;
type Level = DraftDocument['levels'][number];

/** Gives a part another slug. @param path of the part: `levels.0`, `levels.0.skills.2` */
export function renamed(document: DraftDocument, path: string, slug: string): DraftDocument {
  const before = slugAt(document, path);
  if (before === slug) return document;
  return put(
    refer(document, path, (each) => (each === before ? slug : each)),
    `${path}.slug`,
    slug,
  );
}

/** Takes a part out of its list. */
export function withoutPart(document: DraftDocument, path: string): DraftDocument {
  const gone = slugAt(document, path);
  const [list, index] = [path.slice(0, path.lastIndexOf('.')), Number(path.slice(path.lastIndexOf('.') + 1))];
  const left = listAt(document, list).filter((_, each) => each !== index);
  return refer(put(document, list, left), path, (each) => (each === gone ? undefined : each));
}

/** In how many places a part is named, all of which go with it. */
export function namedIn(document: DraftDocument, path: string): number {
  const own = slugAt(document, path);
  let times = 0;
  refer(document, path, (each) => {
    if (each === own) times += 1;
    return each;
  });
  return times;
}

const slugAt = (document: DraftDocument, path: string) => at(document, `${path}.slug`) as string | undefined;

function refer(document: DraftDocument, path: string, becomes: Becomes): DraftDocument {
  const [list, index, inner] = path.split('.');
  if (list !== 'levels') return document;
  if (inner === undefined) return referToLevels(document, becomes);
  if (inner !== 'skills' && inner !== 'projects') return document;
  return { ...document, levels: document.levels.map((level, each) => (String(each) === index ? referWithin(level, becomes) : level)) };
}

const slugs = (list: readonly string[] | undefined, becomes: Becomes): string[] => (list ?? []).flatMap((slug) => becomes(slug) ?? []);

function referWithin(level: Level, becomes: Becomes): Level {
  return {
    ...level,
    skills: (level.skills ?? []).map((skill) => ({ ...skill, after: slugs(skill.after, becomes) })),
    projects: (level.projects ?? []).map((project) => ({ ...project, shows: slugs(project.shows, becomes) })),
    planTemplates: (level.planTemplates ?? []).map((template) => ({
      ...template,
      phases: (template.phases ?? []).map((phase) => ({ ...phase, focus: slugs(phase.focus, becomes) })),
    })),
  };
}

/** An entry that names a level and is nothing without it. */
function naming<Entry extends object>(entries: readonly Entry[] | undefined, becomes: Becomes): Entry[] {
  return (entries ?? []).flatMap((entry) => {
    if (!('level' in entry) || typeof entry.level !== 'string') return [entry];
    const level = becomes(entry.level);
    return level === undefined ? [] : [{ ...entry, level }];
  });
}

/** A way on that may name a level, and goes without. */
function step<Step extends { level?: string | undefined }>(one: Step, becomes: Becomes): Step {
  const { level, ...rest } = one;
  const next = level === undefined ? undefined : becomes(level);
  return (next === undefined ? rest : { ...rest, level: next }) as Step;
}

function referToLevels(document: DraftDocument, becomes: Becomes): DraftDocument {
  const next = document.nextCertifications ?? {};
  return {
    ...document,
    levels: document.levels.map((level) => ({
      ...level,
      prerequisites: naming(level.prerequisites, becomes),
      ...(level.next && { next: Object.fromEntries(Object.entries(level.next).map(([track, one]) => [track, one && step(one, becomes)])) }),
    })),
    learningPaths: (document.learningPaths ?? []).map((path) => ({ ...path, levels: slugs(path.levels, becomes) })),
    jobRoles: (document.jobRoles ?? []).map((role) => ({ ...role, recommended: naming(role.recommended, becomes) })),
    nextCertifications: Object.fromEntries(Object.entries(next).map(([track, list]) => [track, (list ?? []).map((one) => step(one, becomes))])),
  };
}
