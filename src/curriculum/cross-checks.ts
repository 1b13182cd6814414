import { circles, duplicates, spanFault } from './checks.js';
import type { Fault } from './fault.contract.js';
import { levelFaults } from './level-checks.js';
import { Sketch } from './sketch.js';

/**
 * What one field of a curriculum cannot know of another: that slugs are used once, that references lead somewhere, that shares sum to
 * 100, that no level comes before itself. Takes anything, so that a document with wrong shapes is checked as far as it goes.
 */
export function crossChecks(value: unknown): Fault[] {
  const document = Sketch.parse(value);
  const { levels, learningPaths, jobRoles, providers, questions } = document;
  return [
    ...duplicates(levels, 'levels'),
    ...duplicates(learningPaths, 'learningPaths'),
    ...duplicates(jobRoles, 'jobRoles'),
    ...duplicates(providers, 'providers'),
    ...duplicates(questions, 'questions'),
    ...levels.flatMap((level, i) => levelFaults(level, `levels.${i}`)),
    ...references(document),
    ...circles(
      document.levels,
      ({ prerequisites }) => prerequisites.map(({ level }) => level),
      (i) => `levels.${i}.prerequisites`,
      'level',
    ),
    ...spanFault(document.validityMonths, 'validityMonths'),
    ...lostCharacters(value, ''),
  ];
}

/** Texts with the sign for a character that was lost (U+FFFD): stored, it would be in pages and slugs for good. */
function lostCharacters(value: unknown, path: string): Fault[] {
  if (typeof value === 'string') return value.includes('\ufffd') ? [{ path, message: 'Contains a lost character (U+FFFD)' }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => lostCharacters(inner, path === '' ? key : `${path}.${key}`));
}

/** Every place that names a level, and the name it gives. */
function* namedLevels({ levels, learningPaths, jobRoles, nextCertifications }: Sketch): Generator<[path: string, slug: string | undefined]> {
  for (const [i, { prerequisites, next }] of levels.entries()) {
    for (const [j, { level }] of prerequisites.entries()) yield [`levels.${i}.prerequisites.${j}.level`, level];
    for (const [track, { level }] of Object.entries(next)) yield [`levels.${i}.next.${track}.level`, level];
  }
  for (const [i, path] of learningPaths.entries()) for (const [j, level] of path.levels.entries()) yield [`learningPaths.${i}.levels.${j}`, level];
  for (const [i, role] of jobRoles.entries()) for (const [j, { level }] of role.recommended.entries()) yield [`jobRoles.${i}.recommended.${j}.level`, level];
  for (const [track, steps] of Object.entries(nextCertifications))
    for (const [i, { level }] of steps.entries()) yield [`nextCertifications.${track}.${i}.level`, level];
}

function references(document: Sketch): Fault[] {
  const known = new Set(document.levels.map(({ slug }) => slug));
  return [...namedLevels(document)].flatMap(([path, slug]) =>
    known.has(slug) || slug === undefined ? [] : [{ path, message: `There is no level "${slug}"` }],
  );
}
