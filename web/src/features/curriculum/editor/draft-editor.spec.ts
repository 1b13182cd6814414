import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Draft, DraftState } from '@server/curriculum/drafts/draft.contract';
import { DraftEditor, type How, type Shelved } from './draft-editor';

type Document = Draft['document'];
const begun: Draft = {
  ...{ slug: 'tides', title: 'Tides', release: null, revision: 1, savedAt: '2026-03-02T09:00:00Z', savedBy: null, faults: [], changes: [] },
  document: { slug: 'tides', title: 'Tides' } as Document,
};
const stale = new Error('stale');
const offline = new Error('offline');

function opened(left?: Shelved) {
  const shelf: { work?: Shelved | undefined } = {};
  const saves: [title: string, revision: number, how: How][] = [];
  const outcomes: (Error | undefined)[] = [];
  const keep = async (document: Document, revision: number, how: How): Promise<DraftState> => {
    saves.push([document.title ?? '', revision, how]);
    const refusal = outcomes.shift();
    if (refusal) throw refusal;
    return { ...begun, revision: revision + 1 };
  };
  const editor = new DraftEditor(
    begun,
    keep,
    { isStale: (error) => error === stale, isOffline: (error) => error === offline },
    { put: (work) => (shelf.work = work), clear: () => (shelf.work = undefined) },
    left,
  );
  editor.begin();
  const types = (title: string, key = 'title') => editor.edit(key, { ...editor.state().document, title });
  return { editor, saves, outcomes, types, shelf };
}

describe('a draft under one’s hands', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is saved by itself once typing pauses, as one save', async () => {
    const { editor, saves, types } = opened();
    types('T');
    types('Ti');
    expect(editor.state().saving).toEqual({ kind: 'waiting' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saves).toEqual([['Ti', 1, 'edited']]);
    expect(editor.state()).toMatchObject({ saving: { kind: 'saved' }, known: { revision: 2 } });
  });

  it('knows of which document the server said what is wrong', async () => {
    const { editor, types } = opened();
    types('Two');
    expect(editor.state()).toMatchObject({ judged: { title: 'Tides' }, document: { title: 'Two' } });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(editor.state().judged).toBe(editor.state().document);
  });

  it('sends what is typed while a save is under way with the next one', async () => {
    const { saves, types, editor } = opened();
    types('One');
    const flushed = editor.flush();
    types('Two');
    await flushed;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saves).toEqual([
      ['One', 1, 'edited'],
      ['Two', 2, 'edited'],
    ]);
  });

  it('is with the server once it is flushed, what was typed meanwhile too', async () => {
    const { saves, types, editor } = opened();
    types('One');
    void editor.flush();
    types('Two');
    await editor.flush();
    expect(saves.map(([title]) => title)).toEqual(['One', 'Two']);
    expect(editor.state().saving).toEqual({ kind: 'saved' });
  });

  it('undoes a stretch of typing as one, and does it again', () => {
    const { editor, types } = opened();
    types('A');
    types('AB');
    types('Elsewhere', 'host');
    editor.undo();
    expect(editor.state().document.title).toBe('AB');
    editor.undo();
    expect(editor.state()).toMatchObject({ document: begun.document, canUndo: false, canRedo: true });
    editor.redo();
    editor.redo();
    expect(editor.state()).toMatchObject({ document: { title: 'Elsewhere' }, canRedo: false });
  });

  it('tries again by itself while nobody answers', async () => {
    const { editor, saves, outcomes, types } = opened();
    outcomes.push(offline);
    types('Kept');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(editor.state().saving).toEqual({ kind: 'offline' });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(editor.state().saving).toEqual({ kind: 'saved' });
    expect(saves).toHaveLength(2);
  });

  it('stops saving when somebody else did, keeps what is typed, and goes on from the merge', async () => {
    const { editor, saves, outcomes, types } = opened();
    outcomes.push(stale);
    types('Mine');
    await jest.advanceTimersByTimeAsync(1_000);
    types('Mine, longer');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(editor.state()).toMatchObject({ saving: { kind: 'stale' }, document: { title: 'Mine, longer' } });
    await editor.replace({ ...begun.document, title: 'Both' }, 'merged', 7);
    expect(saves.at(-1)).toEqual(['Both', 7, 'merged']);
    expect(editor.state()).toMatchObject({ saving: { kind: 'saved' }, known: { revision: 8 } });
    editor.undo();
    expect(editor.state().document.title).toBe('Mine, longer');
  });

  it('says what the server refused, and saves the next edit', async () => {
    const { editor, outcomes, types } = opened();
    outcomes.push(new Error('Too long'));
    types('Long');
    await editor.flush();
    expect(editor.state().saving).toEqual({ kind: 'refused', message: 'Too long' });
    types('Short');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(editor.state().saving).toEqual({ kind: 'saved' });
  });

  it('says whether the server has everything', async () => {
    const { editor, outcomes, types } = opened();
    types('Kept');
    expect(await editor.flush()).toBe(true);
    outcomes.push(stale);
    types('Late');
    expect(await editor.flush()).toBe(false);
    expect(await editor.flush()).toBe(false);
  });

  it('lies on the device until the server has it', async () => {
    const { editor, outcomes, types, shelf } = opened();
    types('Typed');
    expect(shelf.work).toMatchObject({ since: 1, document: { title: 'Typed' } });
    await editor.flush();
    expect(shelf.work).toBeUndefined();
    outcomes.push(stale);
    types('Late');
    await editor.flush();
    expect(shelf.work).toMatchObject({ since: 2, document: { title: 'Late' } });
    await editor.replace({ ...begun.document, title: 'Both' }, 'merged', 7);
    expect(shelf.work).toBeUndefined();
  });

  it('goes on from what lay on the device, and can be taken back to what the server has', async () => {
    const { editor, saves } = opened({ since: 1, document: { ...begun.document, title: 'Left behind' } });
    expect(editor.state()).toMatchObject({ document: { title: 'Left behind' }, saving: { kind: 'waiting' }, canUndo: true });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saves).toEqual([['Left behind', 1, 'edited']]);
    editor.undo();
    expect(editor.state().document).toEqual(begun.document);
  });

  it('merges what lay on the device where somebody saved meanwhile, and forgets what the server has already', () => {
    const { editor } = opened({ since: 0, document: { ...begun.document, title: 'Left behind' } });
    expect(editor.state()).toMatchObject({ document: { title: 'Left behind' }, saving: { kind: 'stale' }, known: { revision: 0 } });
    expect(opened({ since: 0, document: { ...begun.document } }).editor.state()).toMatchObject({ saving: { kind: 'saved' }, canUndo: false });
  });

  it('tells what it took back, together with what followed from it', () => {
    const { editor, types } = opened();
    types('Tide tables', 'levels.0.title');
    editor.adjust({ ...editor.state().document, slug: 'tide-tables' });
    expect(editor.undo()).toBe('levels.0.title');
    expect(editor.state().document).toEqual(begun.document);
    expect(editor.redo()).toBe('levels.0.title');
    expect(editor.state().document).toMatchObject({ slug: 'tide-tables', title: 'Tide tables' });
    expect(editor.redo()).toBeUndefined();
  });
});
