import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { DraftEditor } from './draft-editor';
import { keeper, told } from './draft-queries';

/** The editor of a draft for as long as its page is open. Leaving the page with work that is on no server yet asks first. */
export function useDraftEditor(draft: Draft) {
  const [editor] = useState(() => new DraftEditor(draft, keeper(draft.slug), told));
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  const isKept = state.saving.kind === 'saved';
  useEffect(() => () => editor.close(), [editor]);
  useEffect(() => {
    if (isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKept]);
  return { editor, state };
}

/** Which fields were touched; all of them once somebody asks to publish. */
export function useTouched() {
  const [all, setAll] = useState(false);
  const touched = useRef(new Set<string>());
  const [, redraw] = useState(0);
  const touch = useCallback((path: string) => {
    if (touched.current.has(path)) return;
    touched.current.add(path);
    redraw((count) => count + 1);
  }, []);
  const isTouched = (path: string) => all || touched.current.has(path);
  return { isTouched, touch, touchAll: () => setAll(true) };
}

/** A place to go to: shown first, then in focus. */
export function useWanted() {
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    // Two frames: in the first, what hides the place opens.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        focusNear(wanted);
        setWanted(undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return { wanted, want: setWanted };
}

/** The field of a path, or the nearest thing around it that is on the page. */
function focusNear(path: string): void {
  for (let near = path; near !== ''; near = near.slice(0, Math.max(0, near.lastIndexOf('.')))) {
    const place = document.getElementById(near);
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
    return;
  }
}
