import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { at } from './document-path';

/** What lists hold, in the singular, and fields where their key does not say enough. */
const ENTRIES: Readonly<Record<string, string>> = {
  levels: 'level',
  skills: 'skill',
  projects: 'project',
  planTemplates: 'plan',
  phases: 'phase',
  prerequisites: 'prerequisite',
  learningPaths: 'learning path',
  jobRoles: 'job role',
  recommended: 'recommendation',
  providers: 'provider',
  questions: 'question',
  mistakes: 'mistake',
  acceptance: 'criterion',
  shows: 'skill it shows',
  after: 'skill before it',
  focus: 'skill or project in the phase',
  sameTrack: 'next on the same track',
  crossTrack: 'next on another track',
  leadership: 'next towards leading',
  audience: 'for whom',
  technologies: 'technology',
};
const LISTS: Readonly<Record<string, string>> = {
  levels: 'levels',
  skills: 'skills',
  projects: 'projects',
  planTemplates: 'plans',
  phases: 'phases',
  prerequisites: 'what comes before',
};
/** What fields are called on the page; where that differs from part to part, by the list the part stands in. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'name',
  host: 'who runs it',
  summary: 'what it is',
  assessment: 'how one is assessed',
  validates: 'what it shows',
  weightPercent: 'weight',
  effortMinutes: 'hours',
  sharePercent: 'share',
  basis: 'where weights come from',
  track: 'how far along',
  validityMonths: 'how long it is valid',
  passMarkPercent: 'pass mark',
  text: 'in words',
  link: 'web address',
  renewal: 'how it is renewed',
  needed: 'this level needs it',
  exception: 'who needs it all the same',
};
const FIELDS_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  planTemplates: { minDays: 'from', maxDays: 'to', summary: 'in short' },
  phases: { summary: 'what it is about', focus: 'skills and projects in this phase' },
  projects: { description: 'what is built' },
  skills: { description: 'what it means' },
  learningPaths: { focus: 'what it is about', basis: 'where the choice of levels comes from' },
  jobRoles: { summary: 'what they do' },
  providers: { summary: 'what they offer' },
  typicalDays: { min: 'takes at least', max: 'at most' },
  validityMonths: { min: 'at least', max: 'at most' },
  next: { summary: 'in words' },
  nextCertifications: { summary: 'in words' },
};

/** The word for a field, by the nearest part around it that has one of its own. */
function fieldAt(steps: readonly string[], index: number): string {
  const field = steps[index] ?? '';
  const around = steps.slice(0, index).findLast((step) => FIELDS_OF[step]?.[field] !== undefined);
  return (around && FIELDS_OF[around]?.[field]) ?? FIELDS[field] ?? ENTRIES[field] ?? spaced(field);
}

/** A fault's path as a person finds it on the page: 'Foundation, Tide tables, weight'. */
export function placeOf(document: DraftDocument, path: string): string {
  const steps = path.split('.');
  const words = steps.flatMap((step, index) => {
    const list = steps[index - 1] ?? '';
    if (/^\d+$/.test(step)) return [nameAt(document, steps.slice(0, index + 1).join('.')) ?? `${ENTRIES[list] ?? list} ${Number(step) + 1}`];
    // A fault of a list as a whole.
    if (LISTS[step] && index === steps.length - 1) return [LISTS[step]];
    const isList = /^\d+$/.test(steps[index + 1] ?? '');
    // Numbers stand under their own label: 'takes at least', 'pass mark', 'next on the same track'.
    const isWrapper = ['nextCertifications', 'typicalDays', 'exam', 'next'].includes(step) && index < steps.length - 1;
    return isList || isWrapper ? [] : [fieldAt(steps, index)];
  });
  const said = words.join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function nameAt(document: DraftDocument, path: string): string | undefined {
  const part = at(document, path);
  if (typeof part !== 'object' || part === null) return undefined;
  const { title, name, question } = part as Record<string, string | undefined>;
  return title || name || question || undefined;
}

/** The order of the page: a part's own fields from top to bottom, then what it holds. */
const ORDER = [
  ...['title', 'name', 'question', 'kind', 'rule', 'level', 'text', 'external', 'host', 'answer', 'group', 'sharePercent'],
  ...['minDays', 'maxDays', 'summary', 'assessment', 'validates', 'audience', 'technologies', 'track', 'validityMonths', 'link'],
  ...['prerequisites', 'typicalDays', 'min', 'max', 'renewal', 'optional', 'weightPercent', 'description', 'after', 'shows', 'effortMinutes', 'acceptance'],
  ...['focus', 'needed', 'exception', 'phases', 'levels', 'recommended', 'skills', 'basis', 'projects', 'planTemplates', 'mistakes'],
  ...['next', 'sameTrack', 'crossTrack', 'leadership', 'exam', 'passMarkPercent', 'minutes', 'format'],
  ...['learningPaths', 'jobRoles', 'nextCertifications', 'providers', 'questions'],
];

/** Levels come after the whole program, as in the list of parts. */
function rankOf(step: string, index: number, path: readonly string[]): number {
  if (/^\d+$/.test(step)) return Number(step);
  if (index === 0 && step === 'levels' && path.length > 1) return ORDER.length + 1;
  const rank = ORDER.indexOf(step);
  return rank === -1 ? ORDER.length : rank;
}

/** Faults in the order in which one comes by them. */
export function inPageOrder<Fault extends { path: string }>(faults: readonly Fault[]): Fault[] {
  const ranked = faults.map((fault) => {
    const steps = fault.path.split('.');
    return { fault, ranks: steps.map((step, index) => rankOf(step, index, steps)) };
  });
  return ranked.sort((one, other) => compared(one.ranks, other.ranks)).map(({ fault }) => fault);
}

function compared(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((rank, each) => rank !== other[each]);
  if (index === -1) return one.length - other.length;
  return index >= other.length ? 1 : (one[index] ?? 0) - (other[index] ?? 0);
}

const spaced = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The part of the editor in which a path is edited. */
export function partOf(document: DraftDocument, path: string): string {
  const [list, index] = path.split('.');
  if (list === 'levels' && index !== undefined) return `level ${document.levels[Number(index)]?.slug ?? ''}`;
  const parts: Readonly<Record<string, string>> = {
    learningPaths: 'paths',
    jobRoles: 'roles',
    nextCertifications: 'next',
    providers: 'providers',
    questions: 'questions',
  };
  return parts[list ?? ''] ?? 'about';
}
