import type { ChangedPart, CurriculumChange } from './curriculum-change.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';

/** What a field is called where its value is told; every other field is told as reworded or changed under its own name. */
const FIGURES: Readonly<Record<string, { says: string; value: (value: unknown) => string }>> = {
  weightPercent: { says: 'weighs', value: (value) => (value === null ? 'nothing yet' : `${String(value)}%`) },
  effortMinutes: { says: 'takes', value: (value) => (value === null ? 'an unknown time' : duration(Number(value))) },
  order: { says: 'comes as number', value: String },
  minDays: { says: 'lasts at least', value: (value) => `${String(value)} days` },
  maxDays: { says: 'lasts at most', value: (value) => `${String(value)} days` },
};
const NAMES = new Set(['title', 'name', 'question']);
const PLURAL: Readonly<Record<ChangedPart, string>> = {
  certification: 'Certifications',
  level: 'Levels',
  skill: 'Skills',
  project: 'Projects',
  plan: 'Plans',
  'learning path': 'Learning paths',
  'job role': 'Job roles',
  provider: 'Providers',
  question: 'Questions',
};

/**
 * A change as a person would say it: 'Foundation: the skill “Versions” weighs 25% instead of 20%'.
 * @param document either side of the change; names its level
 */
export function inWords(change: CurriculumChange, document: CurriculumDocument): string {
  const [list, slug, ...deeper] = change.path;
  const level = list === 'levels' && deeper.length > 0 ? document.levels.find((each) => each.slug === slug)?.title : undefined;
  const said = saying(change);
  return level ? `${level}: ${said}` : said.charAt(0).toUpperCase() + said.slice(1);
}

function saying(change: CurriculumChange): string {
  const what = change.part === 'certification' ? 'the certification' : `the ${change.part} “${change.title}”`;
  if (change.kind === 'added') return `${what} is new`;
  if (change.kind === 'removed') return `${what} is retired`;
  if (change.kind === 'moved') return `${PLURAL[change.part].toLowerCase()} stand in another order`;
  if (NAMES.has(change.field)) return `the ${change.part} “${String(change.before)}” is now called “${String(change.after)}”`;
  const figure = FIGURES[change.field];
  if (figure) return `${what} ${figure.says} ${figure.value(change.after)} instead of ${figure.value(change.before)}`;
  const field = spaced(change.field);
  if (change.before === null) return `${what} has ${field} now`;
  if (change.after === null) return `${what} has no ${field} any more`;
  return `${what}: ${field} ${typeof change.after === 'string' ? 'reworded' : 'changed'}`;
}

const spaced = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && (hours > 0 ? String(rest).padStart(2, '0') : `${rest} min`)].filter(Boolean).join(' ') || '0 min';
}
