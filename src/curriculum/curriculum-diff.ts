/**
 * What differs between two curriculum documents, in a curriculum's own terms: parts are known by their slugs, so a skill that moved up
 * and weighs more is one that moved and weighs more, not lines of text. Complete: `applyChanges(a, diffOf(a, b))` is b.
 */
import type { ChangedPart, CurriculumChange } from './curriculum-change.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';

type Json = unknown;
type Part = Record<string, Json> & { slug: string };

/** Lists whose entries have an identity, by the part they stand in. Every other list is a value as a whole. */
const LISTS: Readonly<Record<ChangedPart, Readonly<Record<string, ChangedPart>>>> = {
  certification: { levels: 'level', learningPaths: 'learning path', jobRoles: 'job role', providers: 'provider', questions: 'question' },
  level: { skills: 'skill', projects: 'project', planTemplates: 'plan' },
  skill: {},
  project: {},
  plan: {},
  'learning path': {},
  'job role': {},
  provider: {},
  question: {},
};

/** The changes that lead from one document to the other, of the same certification; none when they hold the same. */
export function diffOf(before: CurriculumDocument, after: CurriculumDocument): CurriculumChange[] {
  return changesWithin('certification', before, after, []);
}

function changesWithin(part: ChangedPart, before: Part, after: Part, path: readonly string[]): CurriculumChange[] {
  const lists = LISTS[part];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'slug');
  const where = { part, path: [...path], title: nameOf(after) };
  return keys.flatMap((key): CurriculumChange[] => {
    const inner = lists[key];
    if (inner) return changesOfList(inner, partsOf(before, key), partsOf(after, key), [...path, key]);
    if (isSame(before[key], after[key])) return [];
    return [{ kind: 'changed', ...where, field: key, before: before[key] ?? null, after: after[key] ?? null }];
  });
}

function changesOfList(part: ChangedPart, before: readonly Part[], after: readonly Part[], path: readonly string[]): CurriculumChange[] {
  const [old, next] = [bySlug(before), bySlug(after)];
  const told = (each: Part) => ({ part, path: [...path, each.slug], title: nameOf(each) });
  const removed = before.filter(({ slug }) => !next.has(slug)).map((each): CurriculumChange => ({ kind: 'removed', ...told(each), before: each }));
  const added = after.filter(({ slug }) => !old.has(slug)).map((each): CurriculumChange => ({ kind: 'added', ...told(each), after: each }));
  const changed = after.flatMap((each) => {
    const was = old.get(each.slug);
    return was ? changesWithin(part, was, each, [...path, each.slug]) : [];
  });
  const order = after.map(({ slug }) => slug);
  const moved: CurriculumChange[] = isSame(withoutMoving(before, after), order) ? [] : [{ kind: 'moved', part, path: [...path], title: '', order }];
  return [...removed, ...added, ...changed, ...moved];
}

/** Brings a document to where its changes lead; the way back from `diffOf`. */
export function applyChanges(before: CurriculumDocument, changes: readonly CurriculumChange[]): CurriculumDocument {
  const document = structuredClone(before) as unknown as Part;
  for (const change of changes) applyOne(document, change);
  return document as unknown as CurriculumDocument;
}

function applyOne(document: Part, change: CurriculumChange): void {
  if (change.kind === 'changed') return setField(partAt(document, change.path), change.field, change.after);
  const listPath = change.kind === 'moved' ? change.path : change.path.slice(0, -1);
  const [key = ''] = listPath.slice(-1);
  const holder = partAt(document, listPath.slice(0, -1));
  const list = partsOf(holder, key);
  if (change.kind === 'added') holder[key] = [...list, structuredClone(change.after)];
  else if (change.kind === 'removed') holder[key] = list.filter(({ slug }) => slug !== change.path.at(-1));
  else holder[key] = inOrder(list, change.order);
}

/** As the change has it; parts it does not know, which another change brought, stay at the end. */
function inOrder(list: readonly Part[], order: readonly string[]): Part[] {
  return [...order.flatMap((slug) => list.find((each) => each.slug === slug) ?? []), ...list.filter(({ slug }) => !order.includes(slug))];
}

function setField(part: Part, field: string, value: Json): void {
  if (value === null) delete part[field];
  else part[field] = structuredClone(value);
}

/** The part that a path names: `levels`, a slug, `skills`, a slug. */
function partAt(document: Part, path: readonly string[]): Part {
  if (path.length === 0) return document;
  const [key = '', slug, ...rest] = path;
  const found = partsOf(document, key).find((each) => each.slug === slug);
  if (!found) throw new Error(`the document has no ${key} ${slug ?? ''}`);
  return partAt(found, rest);
}

/** The order that removing and adding at the end alone would give. */
function withoutMoving(before: readonly Part[], after: readonly Part[]): string[] {
  const [old, next] = [bySlug(before), bySlug(after)];
  return [...before.filter(({ slug }) => next.has(slug)), ...after.filter(({ slug }) => !old.has(slug))].map(({ slug }) => slug);
}

const partsOf = (part: Part, key: string) => (part[key] ?? []) as Part[];
const bySlug = (parts: readonly Part[]) => new Map(parts.map((part) => [part.slug, part]));
const nameOf = ({ title, name, question, slug }: Part) => String(title ?? name ?? question ?? slug);

/** Equal as JSON is: the order of keys says nothing. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => isSame((one as Record<string, Json>)[key], (other as Record<string, Json>)[key]));
}
