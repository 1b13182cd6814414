import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ToldChange } from '@server/curriculum/curriculum.contract';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { freeSlug } from '@server/curriculum/slug.contract';
import { counted } from '../../../ui/format';
import { toast, toastFault } from '../../../ui/toast-store';
import { at, listAt, moved, put } from './document-path';
import type { EditorState } from './draft-editor';
import { isRequired } from './required-fields';
import { namedIn, renamed, withoutPart } from './references';

interface Editor extends EditorState {
  edit: (key: string, document: DraftDocument) => void;
  /** What follows from the last edit, and is undone with it. */
  adjust: (document: DraftDocument) => void;
  /** Undoes an edit unless something came after it. */
  takeBack: (outcome: DraftDocument) => boolean;
  /** Paths whose faults are shown beside them: what was not touched yet is not wrong, only open. */
  isTouched: (path: string) => boolean;
  touch: (...paths: string[]) => void;
  /** A part that is new there is not wrong yet. */
  untouch: (part: string) => void;
  /** The place that was asked for: what hides it opens. */
  wanted: string | undefined;
  /** Goes to a place, with the focus. */
  want: (path: string) => void;
  /** What an entry of a list was called first, so that it stays the same entry while its slug follows its title. */
  aliases: Map<string, string>;
}

const EditorContext = createContext<Editor | null>(null);
const PartContext = createContext('');

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** Everything below is about the part at this path: `levels.0.skills.2`. */
export function Part({ path, children }: { path: string; children: ReactNode }) {
  return <PartContext value={path}>{children}</PartContext>;
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This is a piece of the editor.');
  return editor;
}

/** What is wrong with a value that was touched; nothing of one that is another since the server looked: it says so again if it still is. */
export function faultAt({ document, judged, known, isTouched }: Editor, path: string): string | undefined {
  if (!isTouched(path) || at(judged, path) !== at(document, path)) return undefined;
  return known.faults.find((each) => each.path === path)?.message;
}

export const usePartPath = () => useContext(PartContext);
const joined = (part: string, name: string) => [part, name].filter(Boolean).join('.');

/** A value of the part one is in, as a form field needs it. */
export function useField<Value>(name: string) {
  const editor = useEditor();
  const { document, edit, touch } = editor;
  const part = usePartPath();
  const path = joined(part, name);
  return {
    id: path,
    isRequired: isRequired(path),
    value: at(document, path) as Value | undefined,
    set: (next: Value | undefined) => {
      touch(path);
      edit(path, put(document, path, next));
    },
    fault: faultAt(editor, path),
    isChanged: useIsChanged(part, name),
    onBlur: () => touch(path),
  };
}

/** A list of the part one is in, and what can be done with it. */
export function useList<Item>(name: string) {
  const editor = useEditor();
  const { document, edit, aliases } = editor;
  const path = joined(usePartPath(), name);
  const items = listAt<Item>(document, path);
  const put_ = (next: readonly Item[]) => edit(`${path} ${next.length}`, put(document, path, next));
  return {
    path,
    items,
    fault: faultAt(editor, path),
    keyOf: (item: Item, index: number) => {
      const slug = (item as { slug?: string }).slug;
      return slug === undefined ? String(index) : (aliases.get(`${path} ${slug}`) ?? slug);
    },
    /** Slugs and former slugs of the list, none of which a new entry may have. */
    taken: () =>
      new Set([...takenSlugs(items as readonly { slug?: string }[]), ...[...aliases].flatMap(([key, first]) => (key.startsWith(`${path} `) ? first : []))]),
    pathOf: (index: number) => `${path}.${index}`,
    /** @param field of the new entry that one goes on with */
    add: (item: Item, field?: string) => {
      const place = `${path}.${items.length}`;
      editor.untouch(place);
      put_([...items, item]);
      if (field !== undefined) editor.want([place, field].filter(Boolean).join('.'));
    },
    set: (next: readonly Item[]) => put_(next),
    move: (from: number, to: number) => put_(moved(items, from, to)),
    /** With everything that names it. */
    remove: (index: number) => retire(editor, `${path}.${index}`),
    removePlain: (index: number) => put_(items.filter((_, each) => each !== index)),
  };
}

/** Takes a part out, says what went with it, and offers the way back. */
function retire({ document, known, edit, takeBack }: Editor, path: string): void {
  const next = withoutPart(document, path);
  const list = path.slice(0, path.lastIndexOf('.'));
  const { title, name, question } = at(document, path) as Record<string, string | undefined>;
  const called = title ?? name ?? question ?? 'What was new';
  const times = namedIn(document, path);
  edit(`${list} -${path}`, next);
  const verb = isNew(known.release, known.changes, slugPath(document, path)) ? 'is removed' : 'is retired';
  toast(`${called} ${verb}${times > 0 ? `, with ${counted(times, 'place')} that named it` : ''}`, () => {
    if (!takeBack(next)) toastFault(`Other edits came after. Undo takes them back one by one, and then ${called}.`);
  });
}

/** Which entry of a list is open, by its key. An entry that holds the place somebody wants to go to opens by itself, once. */
export function useOpenEntry(entries: readonly { key: string; path: string }[]) {
  const { wanted } = useEditor();
  const [open, setOpen] = useState<string>();
  const [seen, setSeen] = useState<string>();
  if (wanted !== seen) {
    setSeen(wanted);
    const holder = entries.find(({ path }) => wanted === path || wanted?.startsWith(`${path}.`));
    if (holder) setOpen(holder.key);
  }
  return [open, setOpen] as const;
}

/** Slugs in use beside a new part, so that its own is free. */
export const takenSlugs = (items: readonly { slug?: string }[]): Set<string> => new Set(items.flatMap(({ slug }) => slug ?? []));

/** Names a part: one that was never published gets its slug from its title, others keep who they are. */
export function useTitleSlug() {
  const { document, known, adjust, aliases } = useEditor();
  const path = usePartPath();
  return () => {
    const title = at(document, `${path}.title`) ?? at(document, `${path}.name`) ?? at(document, `${path}.question`);
    if (typeof title !== 'string' || !title.trim() || !isNew(known.release, known.changes, slugPath(document, path))) return;
    const list = listAt<{ slug?: string }>(document, path.slice(0, path.lastIndexOf('.')));
    const own = at(document, `${path}.slug`) as string;
    const others = siblings(document, path).filter(({ slug }) => slug !== own);
    const slug = freeSlug(title, takenSlugs([...others, ...list.filter((each) => each.slug !== own)]));
    if (slug === own) return;
    const listPath = path.slice(0, path.lastIndexOf('.'));
    aliases.set(`${listPath} ${slug}`, aliases.get(`${listPath} ${own}`) ?? own);
    adjust(renamed(document, path, slug));
  };
}

/** Skills and projects of a level share their slugs. */
function siblings(document: DraftDocument, path: string): readonly { slug?: string }[] {
  const [, level, list] = /^levels\.(\d+)\.(skills|projects)\./.exec(path) ?? [];
  if (level === undefined) return [];
  return listAt(document, `levels.${level}.${list === 'skills' ? 'projects' : 'skills'}`);
}

function isNew(release: number | null, changes: readonly ToldChange[], slugs: readonly string[]): boolean {
  return release === null || changes.some(({ kind, path }) => kind === 'added' && path.every((step, index) => slugs[index] === step));
}

/** `levels.0.skills.2` by slugs, as changes name it: levels, basics, skills, tables. */
function slugPath(document: DraftDocument, path: string): string[] {
  const steps = path === '' ? [] : path.split('.');
  return steps.map((step, index) => (/^\d+$/.test(step) ? String(at(document, [...steps.slice(0, index + 1), 'slug'].join('.'))) : step));
}

/** Whether the field differs from the current release. */
function useIsChanged(part: string, name: string): boolean {
  const { document, known } = useEditor();
  const slugs = useMemo(() => slugPath(document, part).join('/'), [document, part]);
  const [field] = name.split('.');
  return known.changes.some((change) => change.kind === 'changed' && change.field === field && change.path.join('/') === slugs);
}
