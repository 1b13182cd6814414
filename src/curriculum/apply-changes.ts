/** The way back from `diffOf`. Keys are those that entries have at the beginning, so that a phase keeps its own while it is called otherwise. */
import type { ChangedPart, CurriculumChange } from './curriculum-change.contract.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { keysOf, knownLists, listAt, setList, type Entry, type Json, type Part } from './known-lists.js';

/** An entry under its key. */
interface Keyed {
  key: string;
  value: Entry;
}

/** Brings a document to where its changes lead. */
export function applyChanges(before: CurriculumDocument, changes: readonly CurriculumChange[]): CurriculumDocument {
  const document = opened('certification', structuredClone(before) as Part) as Part;
  for (const change of changes) applyOne(document, change);
  return closed('certification', document) as unknown as CurriculumDocument;
}

function applyOne(document: Part, change: CurriculumChange): void {
  if (change.kind === 'changed') return setField(document, change);
  const listPath = change.kind === 'moved' ? change.path : change.path.slice(0, -1);
  const holder = partAt(document, listPath.slice(0, -1));
  const [name = '', key = ''] = [listPath.at(-1), change.path.at(-1)];
  const list = keyedAt(holder, name);
  if (change.kind === 'removed') setList(holder, name, without(list, key));
  else if (change.kind === 'moved') setList(holder, name, inOrder(list, change.order));
  else setList(holder, name, withAdded(list, { key, value: opened(change.part, structuredClone(change.after) as Entry) }, change.follows));
}

const without = (list: readonly Keyed[], key: string) => list.filter((each) => each.key !== key);

/** Behind the one it follows; at the end where that is gone. */
function withAdded(list: readonly Keyed[], added: Keyed, follows: string | null): Keyed[] {
  const at = follows === null ? 0 : list.findIndex(({ key }) => key === follows) + 1 || list.length;
  return list.toSpliced(at, 0, added);
}

/** As the change has it; entries it does not know, which another change brought, stay behind the one they stand behind. */
function inOrder(list: readonly Keyed[], order: readonly string[]): Keyed[] {
  const sorted = order.flatMap((key) => list.find((each) => each.key === key) ?? []);
  for (const [index, entry] of list.entries()) if (!order.includes(entry.key)) sorted.splice(index === 0 ? 0 : sorted.indexOf(list[index - 1]!) + 1, 0, entry);
  return sorted;
}

function setField(document: Part, { path, field, after }: CurriculumChange & { kind: 'changed' }): void {
  const keyed = path.length === 0 ? undefined : entryAt(document, path);
  if (typeof keyed?.value === 'string') {
    keyed.value = String(after);
    return;
  }
  const part = keyed?.value ?? document;
  if (after === null) delete part[field];
  else part[field] = structuredClone(after);
}

/** The part that a path names: `levels`, a key, `skills`, a key. */
function partAt(document: Part, path: readonly string[]): Part {
  return path.length === 0 ? document : (entryAt(document, path).value as Part);
}

function entryAt(document: Part, [name = '', key, ...rest]: readonly string[]): Keyed {
  const found = keyedAt(document, name).find((each) => each.key === key);
  if (!found) throw new Error(`the document has no ${name} ${key ?? ''}`);
  return rest.length === 0 ? found : entryAt(found.value as Part, rest);
}

const keyedAt = (part: Part, name: string) => (listAt(part, name) ?? []) as unknown as Keyed[];

/** With every known list as keys and values. */
function opened(part: ChangedPart, value: Entry): Entry {
  return withLists(part, value, (list, entries) => {
    const keys = keysOf(list, entries);
    return entries.map((entry, index): Keyed => ({ key: keys[index]!, value: opened(list.part, entry) }));
  });
}

function closed(part: ChangedPart, value: Entry): Entry {
  return withLists(part, value, (list, entries) => (entries as unknown as Keyed[]).map((entry) => closed(list.part, entry.value)));
}

function withLists(part: ChangedPart, value: Entry, made: (list: ReturnType<typeof knownLists>[string], entries: readonly Entry[]) => Json[]): Entry {
  if (typeof value === 'string') return value;
  for (const [name, list] of Object.entries(knownLists(part))) {
    const entries = listAt(value, name);
    if (entries) setList(value, name, made(list, entries));
  }
  return value;
}
