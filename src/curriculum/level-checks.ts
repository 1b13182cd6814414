import { circles, duplicates, spanFault } from './checks.js';
import type { Fault } from './fault.contract.js';
import type { LevelSketch } from './sketch.js';

/** Decimal shares such as 33.3 may miss 100 by as much as a person cannot see. */
const CLOSE_ENOUGH = 0.01;

/** What must hold within one level. */
export function levelFaults(level: LevelSketch, path: string): Fault[] {
  const { skills, projects, planTemplates } = level;
  return [
    ...duplicates(skills, `${path}.skills`),
    ...duplicates(projects, `${path}.projects`),
    ...duplicates(planTemplates, `${path}.planTemplates`),
    ...ambiguous(level, path),
    ...weights(level, path),
    ...skills.flatMap(({ after }, i) => unknown(after, skills, 'skill', `${path}.skills.${i}.after`)),
    ...circles(
      skills,
      ({ after }) => after,
      (i) => `${path}.skills.${i}.after`,
      'skill',
    ),
    ...projects.flatMap(({ shows }, i) => unknown(shows, skills, 'skill', `${path}.projects.${i}.shows`)),
    ...planTemplates.flatMap((template, i) => templateFaults(template, level, `${path}.planTemplates.${i}`)),
    ...spanFault(level.typicalDays, `${path}.typicalDays`),
  ];
}

/** A phase names skills and projects alike, so within a level they share their slugs. */
function ambiguous({ skills, projects }: LevelSketch, path: string): Fault[] {
  const taken = new Set(skills.flatMap(({ slug }) => slug ?? []));
  return projects.flatMap(({ slug }, i) =>
    slug !== undefined && taken.has(slug)
      ? [{ path: `${path}.projects.${i}.slug`, message: `The slug "${slug}" belongs to a skill of this level already` }]
      : [],
  );
}

/** Either no skill has a weight (the level is not open), or everything that a plan needs is there. */
function weights({ basis, skills, projects }: LevelSketch, path: string): Fault[] {
  if (skills.every(({ weightPercent }) => weightPercent === undefined)) return [];
  const sum = skills.reduce((total, { weightPercent }) => total + (weightPercent ?? 0), 0);
  const needed = 'every skill and project needs it once the level has weights';
  return [
    ...skills.flatMap(({ weightPercent, effortMinutes }, i) => [
      ...(weightPercent === undefined ? [{ path: `${path}.skills.${i}.weightPercent`, message: `Is missing: ${needed}` }] : []),
      ...(effortMinutes === undefined ? [{ path: `${path}.skills.${i}.effortMinutes`, message: `Is missing: ${needed}` }] : []),
    ]),
    ...projects.flatMap(({ effortMinutes }, i) =>
      effortMinutes === undefined ? [{ path: `${path}.projects.${i}.effortMinutes`, message: `Is missing: ${needed}` }] : [],
    ),
    ...(Math.abs(sum - 100) > CLOSE_ENOUGH ? [{ path: `${path}.skills`, message: `The weights must sum to 100, they sum to ${rounded(sum)}` }] : []),
    ...(basis === undefined ? [{ path: `${path}.basis`, message: 'Is missing: say whether the weights are published or an estimate' }] : []),
  ];
}

function templateFaults(template: LevelSketch['planTemplates'][number], { skills, projects }: LevelSketch, path: string): Fault[] {
  const { minDays, maxDays, needed, exception, phases } = template;
  const sum = phases.reduce((total, { sharePercent }) => total + (sharePercent ?? 0), 0);
  const unshaped = phases.length === 0 && needed !== false;
  return [
    ...(minDays !== undefined && maxDays !== undefined && minDays > maxDays
      ? [{ path: `${path}.maxDays`, message: `Is ${maxDays}, below minDays of ${minDays}` }]
      : []),
    ...(unshaped ? [{ path: `${path}.phases`, message: 'Has no phase: give it one, or say that this length is not needed for this level' }] : []),
    ...(phases.length > 0 && Math.abs(sum - 100) > CLOSE_ENOUGH
      ? [{ path: `${path}.phases`, message: `The shares must sum to 100, they sum to ${rounded(sum)}` }]
      : []),
    ...(needed === true && exception !== undefined ? [{ path: `${path}.exception`, message: 'Makes sense only where needed is false' }] : []),
    ...phases.flatMap(({ focus }, i) => unknown(focus, [...skills, ...projects], 'skill or project', `${path}.phases.${i}.focus`)),
  ];
}

function unknown(slugs: readonly (string | undefined)[], known: readonly { slug?: string | undefined }[], what: string, path: string): Fault[] {
  const there = new Set(known.map(({ slug }) => slug));
  return slugs.flatMap((slug, i) =>
    slug === undefined || there.has(slug) ? [] : [{ path: `${path}.${i}`, message: `There is no ${what} "${slug}" in this level` }],
  );
}

const rounded = (sum: number) => Number(sum.toFixed(2));
