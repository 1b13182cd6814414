import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { useAccount } from '../../../api/session';
import { DraftEditor } from './draft-editor';
import { keeper, told } from './draft-queries';
import { leftOnDevice, shelfOf } from './shelf';

/** The editor that was open last: whoever comes back to the same save finds what they did, and can undo it. */
let last: { key: string; editor: DraftEditor } | undefined;

function lastEditor(key: string, revision: number): DraftEditor | undefined {
  const state = last?.key === key ? last.editor.state() : undefined;
  return state?.saving.kind === 'saved' && state.known.revision === revision ? last?.editor : undefined;
}

/** The editor of a draft for as long as its page is open; goes on from what an earlier visit left on this device. */
export function useDraftEditor(draft: Draft) {
  const { id } = useAccount();
  const { slug, revision } = draft;
  const key = `${id} ${slug}`;
  const [editor] = useState(() => lastEditor(key, revision) ?? new DraftEditor(draft, keeper(slug), told, shelfOf(id, slug), leftOnDevice(id, slug)));
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  useEffect(() => {
    last = { key, editor };
    editor.begin();
    return () => editor.close();
  }, [key, editor]);
  return { editor, state };
}
