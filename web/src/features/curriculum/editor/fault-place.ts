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
  focus: 'whose turn it is',
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
  minDays: 'days at least',
  maxDays: 'days at most',
  validityMonths: 'how long it is valid',
  min: 'at least',
  max: 'at most',
  passMarkPercent: 'pass mark',
};

/** A fault's path as a person finds it on the page: 'Foundation, Tide tables, weight'. */
export function placeOf(document: DraftDocument, path: string): string {
  const steps = path.split('.');
  const words = steps.flatMap((step, index) => {
    const list = steps[index - 1] ?? '';
    if (/^\d+$/.test(step)) return [nameAt(document, steps.slice(0, index + 1).join('.')) ?? `${ENTRIES[list] ?? list} ${Number(step) + 1}`];
    // A fault of a list as a whole.
    if (LISTS[step] && index === steps.length - 1) return [LISTS[step]];
    const isList = /^\d+$/.test(steps[index + 1] ?? '');
    return isList || step === 'nextCertifications' ? [] : [FIELDS[step] ?? ENTRIES[step] ?? spaced(step)];
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
