/**
 * The lists of a curriculum whose entries are known one by one: skills by their slugs, phases by their titles, mistakes by their words.
 * Every other list is a value as a whole. Here stands who an entry is; curriculum-diff.ts tells what became of it.
 */
import type { ChangedPart } from './curriculum-change.contract.js';

export type Json = unknown;
export type Part = Record<string, Json>;
/** An entry of a list: a part with fields, or a text. */
export type Entry = Part | string;

export interface KnownList {
  part: ChangedPart;
  /** Entries of two documents that agree in this are the same entry, wherever they stand. */
  identity: (entry: Entry) => string;
  /** Entries that have no counterpart by identity are the same one reworded where they stand in the same place and agree in this; null for never. */
  place: (entry: Entry) => string | null;
}

const field = (entry: Entry, name: string) => (typeof entry === 'string' ? '' : String(entry[name] ?? ''));
const never = () => null;
const always = () => '';

const bySlug = (part: ChangedPart): KnownList => ({ part, identity: (entry) => field(entry, 'slug'), place: never });
/** A text that says the same in other words is still the same entry. */
const byProse = (part: ChangedPart): KnownList => ({ part, identity: String, place: always });
/** A name or a slug is nothing but itself: another is another. */
const byName = (part: ChangedPart): KnownList => ({ part, identity: String, place: never });

const phases: KnownList = { part: 'plan phase', identity: (entry) => field(entry, 'title'), place: always };
const prerequisites: KnownList = {
  part: 'prerequisite',
  identity: (entry) => `${field(entry, 'kind')}: ${field(entry, field(entry, 'kind') === 'level' ? 'level' : 'text')}`,
  place: (entry) => (field(entry, 'kind') === 'level' ? null : ''),
};
const recommended: KnownList = {
  part: 'recommendation',
  identity: (entry) => [field(entry, 'level'), field(entry, 'external')].filter(Boolean).join(' / '),
  place: never,
};
const nextCertifications: KnownList = { part: 'next certification', identity: (entry) => field(entry, 'name'), place: never };

/** By the part they stand in; a name with a dot stands within an object of that part. */
export const KNOWN_LISTS: Readonly<Partial<Record<ChangedPart, Readonly<Record<string, KnownList>>>>> = {
  certification: {
    levels: bySlug('level'),
    learningPaths: bySlug('learning path'),
    jobRoles: bySlug('job role'),
    providers: bySlug('provider'),
    questions: bySlug('question'),
    audience: byName('audience'),
    technologies: byName('technology'),
    'nextCertifications.sameTrack': nextCertifications,
    'nextCertifications.crossTrack': nextCertifications,
    'nextCertifications.leadership': nextCertifications,
  },
  level: {
    skills: bySlug('skill'),
    projects: bySlug('project'),
    planTemplates: bySlug('plan'),
    audience: byName('audience'),
    mistakes: byProse('common mistake'),
    prerequisites,
  },
  skill: { after: byName('skill before it') },
  project: { shows: byName('skill it shows'), acceptance: byProse('acceptance criterion') },
  plan: { phases },
  'plan phase': { focus: byName('focus') },
  'learning path': { levels: byName('level of the path') },
  'job role': { recommended },
};

export const knownLists = (part: ChangedPart): Readonly<Record<string, KnownList>> => KNOWN_LISTS[part] ?? {};

export function listAt(part: Part, name: string): Entry[] | undefined {
  const [outer = '', inner] = name.split('.');
  return (inner === undefined ? part[outer] : (part[outer] as Part | undefined)?.[inner]) as Entry[] | undefined;
}

export function setList(part: Part, name: string, list: readonly Json[]): void {
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) part[outer] = list;
  else part[outer] = { ...(part[outer] as Part | undefined), [inner]: list };
}

/** A key for each entry, none twice: its identity, cut where it is long prose. The same list has the same keys at all times. */
export function keysOf({ identity }: KnownList, entries: readonly Entry[]): string[] {
  const taken = new Set<string>();
  return entries.map((entry) => freeKey(identity(entry), taken));
}

/** Cuts the identity to a key that is not taken yet, and takes it. */
export function freeKey(identity: string, taken: Set<string>): string {
  const short = identity.length <= LONGEST_KEY ? identity : `${identity.slice(0, LONGEST_KEY - 10)}… ${checksum(identity)}`;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? short : `${short} (${number})`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}

const LONGEST_KEY = 90;
const checksum = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);

/** What an entry is called where changes are told. */
export function nameOf(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  const { title, name, question, text, level, external, slug } = entry;
  return String(title ?? name ?? question ?? text ?? level ?? external ?? slug ?? '');
}
