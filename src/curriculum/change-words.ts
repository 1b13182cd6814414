import type { ChangedPart, CurriculumChange } from './curriculum-change.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { keysOf, knownLists, listAt, nameOf, type Entry, type KnownList, type Part } from './known-lists.js';

/** What a field is called where its value is told; every other field is told as reworded or changed under its own name. */
const FIGURES: Readonly<Record<string, { says: string; value: (value: unknown) => string }>> = {
  weightPercent: { says: 'weighs', value: (value) => (value === null ? 'nothing yet' : `${String(value)}%`) },
  effortMinutes: { says: 'takes', value: (value) => (value === null ? 'an unknown time' : duration(Number(value))) },
  sharePercent: { says: 'takes', value: (value) => (value === null ? 'no share yet' : `${String(value)}% of the plan`) },
  order: { says: 'comes as number', value: String },
  minDays: { says: 'lasts at least', value: (value) => `${String(value)} days` },
  maxDays: { says: 'lasts at most', value: (value) => `${String(value)} days` },
  rule: { says: 'is', value: (value) => (value === null ? 'nothing yet' : String(value)) },
  needed: { says: 'is', value: (value) => (value === false ? 'not needed' : 'needed') },
  optional: { says: 'is', value: (value) => (value === true ? 'optional' : 'one of the usual order') },
};
const NAMES = new Set(['title', 'name', 'question']);

interface Saying {
  many: string;
  comes: string;
  goes: string;
}
const IDENTITY = { comes: 'is new', goes: 'is retired' };
const WORDS = { comes: 'is new', goes: 'is gone' };
const MEMBER = { comes: 'belongs to it now', goes: 'does not belong to it any more' };
const SAYINGS: Readonly<Record<ChangedPart, Saying>> = {
  certification: { many: 'certifications', ...IDENTITY },
  level: { many: 'levels', ...IDENTITY },
  skill: { many: 'skills', ...IDENTITY },
  project: { many: 'projects', ...IDENTITY },
  plan: { many: 'plans', ...IDENTITY },
  'learning path': { many: 'learning paths', ...IDENTITY },
  'job role': { many: 'job roles', ...IDENTITY },
  provider: { many: 'providers', ...IDENTITY },
  question: { many: 'questions', ...IDENTITY },
  'plan phase': { many: 'plan phases', ...WORDS },
  prerequisite: { many: 'prerequisites', ...WORDS },
  'acceptance criterion': { many: 'acceptance criteria', ...WORDS },
  'common mistake': { many: 'common mistakes', ...WORDS },
  audience: { many: 'audiences', ...WORDS },
  technology: { many: 'technologies', ...WORDS },
  'next certification': { many: 'next certifications', ...WORDS },
  'level of the path': { many: 'levels of the path', ...MEMBER },
  recommendation: { many: 'recommendations', ...MEMBER },
  'skill it shows': { many: 'skills it shows', ...MEMBER },
  'skill before it': { many: 'skills before it', comes: 'comes before it now', goes: 'need not come before it any more' },
  focus: { many: 'skills and projects in focus', ...MEMBER },
};

/**
 * A change as a person would say it: 'Foundation: the skill “Versions” weighs 25% instead of 20%'.
 * @param document either side of the change; names what it stands in
 */
export function inWords(change: CurriculumChange, document: CurriculumDocument): string {
  const within = namesAlong(document, change.kind === 'moved' ? change.path.slice(0, -1) : change.path.slice(0, -2));
  const said = saying(change, document);
  return within.length > 0 ? `${within.join(', ')}: ${said}` : said.charAt(0).toUpperCase() + said.slice(1);
}

/** What the parts along a path are called; one that is called otherwise by now, by its key. */
function namesAlong(document: CurriculumDocument, path: readonly string[]): string[] {
  const names: string[] = [];
  let part: ChangedPart = 'certification';
  let holder: Entry | undefined = document as Part;
  for (let at = 0; at + 1 < path.length; at += 2) {
    const [name, key] = [path[at]!, path[at + 1]!];
    const list: KnownList | undefined = knownLists(part)[name];
    if (!list) break;
    const entries: readonly Entry[] = holder === undefined || typeof holder === 'string' ? [] : (listAt(holder, name) ?? []);
    holder = entries[keysOf(list, entries).indexOf(key)];
    names.push(holder === undefined ? key : nameOf(holder));
    part = list.part;
  }
  return names;
}

function saying(change: CurriculumChange, document: CurriculumDocument): string {
  const { many, comes, goes } = SAYINGS[change.part];
  const what = change.part === 'certification' ? 'the certification' : `the ${change.part} “${shortened(calledIn(document, change))}”`;
  if (change.kind === 'added') return `${what} ${comes}`;
  if (change.kind === 'removed') return `${what} ${goes}`;
  if (change.kind === 'moved') return change.title === '' ? `${many} stand in another order` : `${what} stands in another place`;
  if (NAMES.has(change.field)) return `the ${change.part} “${String(change.before)}” is now called “${String(change.after)}”`;
  if (change.field === 'text') return `${what} is reworded`;
  const figure = FIGURES[change.field];
  if (figure) return `${what} ${figure.says} ${figure.value(change.after)} instead of ${figure.value(change.before)}`;
  const field = spaced(change.field);
  if (change.before === null) return `${what} has ${field} now`;
  if (change.after === null) return `${what} has no ${field} any more`;
  return `${what}: ${field} ${typeof change.after === 'string' ? 'reworded' : 'changed'}`;
}

const REFERENCES: ReadonlySet<ChangedPart> = new Set(['level of the path', 'recommendation', 'skill it shows', 'skill before it', 'focus']);

/** A reference is called what it refers to: a level, or a skill or project of the level it stands in. */
function calledIn({ levels = [] }: CurriculumDocument, { part, path: [list, level], title }: CurriculumChange): string {
  if (!REFERENCES.has(part)) return title;
  const within = list === 'levels' ? levels.find(({ slug }) => slug === level) : undefined;
  const known = within ? [...within.skills, ...within.projects] : levels;
  return known.find(({ slug }) => slug === title)?.title ?? title;
}

const LONGEST = 100;
const shortened = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST) + 1 || LONGEST).trimEnd()} …`);
const spaced = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && (hours > 0 ? String(rest).padStart(2, '0') : `${rest} min`)].filter(Boolean).join(' ') || '0 min';
}
