/**
 * What differs between two curriculum documents, in a curriculum's own terms: parts are known by who they are (known-lists.ts), so a skill
 * that moved up and weighs more is one that moved and weighs more, not lines of text. Complete: `applyChanges(a, diffOf(a, b))` is b.
 */
import type { ChangedPart, CurriculumChange } from './curriculum-change.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { knownLists, listAt, nameOf, type Entry, type Json, type KnownList, type Part } from './known-lists.js';
import { matchEntries } from './match-entries.js';

/** The changes that lead from one document to the other, of the same certification; none when they hold the same. */
export function diffOf(before: CurriculumDocument, after: CurriculumDocument): CurriculumChange[] {
  return changesWithin('certification', before, after, []);
}

function changesWithin(part: ChangedPart, before: Part, after: Part, path: readonly string[]): CurriculumChange[] {
  const lists = knownLists(part);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'slug');
  const where = { part, path: [...path], title: nameOf(after) };
  return keys.flatMap((key): CurriculumChange[] => {
    const known = Object.keys(lists).filter((name) => name.split('.')[0] === key);
    if (known.length > 0) return known.flatMap((name) => changesOfList(lists[name]!, listAt(before, name) ?? [], listAt(after, name) ?? [], [...path, name]));
    if (isSame(before[key], after[key])) return [];
    return [{ kind: 'changed', ...where, field: key, before: before[key] ?? null, after: after[key] ?? null }];
  });
}

function changesOfList(list: KnownList, before: readonly Entry[], after: readonly Entry[], path: readonly string[]): CurriculumChange[] {
  const { part } = list;
  const keys = matchEntries(list, before, after);
  const told = (key: string, entry: Entry) => ({ part, path: [...path, key], title: nameOf(entry) });
  const stays = new Set(keys.counterparts);
  const removed = before.flatMap((entry, index): CurriculumChange[] =>
    stays.has(index) ? [] : [{ kind: 'removed', ...told(keys.before[index]!, entry), before: entry }],
  );
  const added = after.flatMap((entry, index): CurriculumChange[] =>
    keys.counterparts[index] === undefined ? [{ kind: 'added', ...told(keys.after[index]!, entry), after: entry, follows: keys.after[index - 1] ?? null }] : [],
  );
  const changed = after.flatMap((entry, index) => {
    const was = before[keys.counterparts[index] ?? -1];
    return was === undefined ? [] : changesOfEntry(part, was, entry, [...path, keys.after[index]!]);
  });
  return [...removed, ...added, ...changed, ...moveOf(list, after, keys, path)];
}

function changesOfEntry(part: ChangedPart, before: Entry, after: Entry, path: readonly string[]): CurriculumChange[] {
  if (typeof before !== 'string' && typeof after !== 'string') return changesWithin(part, before, after, path);
  return before === after ? [] : [{ kind: 'changed', part, path: [...path], title: nameOf(after), field: 'text', before, after }];
}

/** One change for the order of the whole list, where those that stay follow one another otherwise than before. */
function moveOf(
  { part }: KnownList,
  after: readonly Entry[],
  { before, after: order, counterparts }: ReturnType<typeof matchEntries>,
  path: readonly string[],
): CurriculumChange[] {
  const stay = counterparts.flatMap((index) => index ?? []);
  if (stay.every((index, at) => at === 0 || index > stay[at - 1]!)) return [];
  const alone = stay.filter((one) => isRising(stay.filter((other) => other !== one)));
  const title = alone.length > 0 && stay.length > 2 ? nameOf(after[order.indexOf(before[alone[0]!]!)]!) : '';
  return [{ kind: 'moved', part, path: [...path], title, order }];
}

const isRising = (numbers: readonly number[]) => numbers.every((number, at) => at === 0 || number > numbers[at - 1]!);

/** Equal as JSON is: the order of keys says nothing. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => isSame((one as Record<string, Json>)[key], (other as Record<string, Json>)[key]));
}
