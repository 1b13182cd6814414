import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Draft, DraftState } from '@server/curriculum/drafts/draft.contract';
import { DraftEditor, type How } from './draft-editor';

type Document = Draft['document'];
const begun: Draft = {
  ...{ slug: 'tides', title: 'Tides', release: null, revision: 1, savedAt: '2026-03-02T09:00:00Z', savedBy: null, faults: [], changes: [] },
  document: { slug: 'tides', title: 'Tides' } as Document,
};
const stale = new Error('stale');
const offline = new Error('offline');

function opened() {
  const saves: [title: string, revision: number, how: How][] = [];
  const outcomes: (Error | undefined)[] = [];
  const keep = async (document: Document, revision: number, how: How): Promise<DraftState> => {
    saves.push([document.title ?? '', revision, how]);
    const refusal = outcomes.shift();
    if (refusal) throw refusal;
    return { ...begun, revision: revision + 1 };
  };
  const editor = new DraftEditor(begun, keep, { isStale: (error) => error === stale, isOffline: (error) => error === offline });
  const types = (title: string, key = 'title') => editor.edit(key, { ...editor.state().document, title });
  return { editor, saves, outcomes, types };
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
});
