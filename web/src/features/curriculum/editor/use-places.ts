import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditorState } from './draft-editor';

/** Which fields were touched: what was not is not wrong, only open. */
export function useTouched() {
  const touched = useRef(new Set<string>());
  const [, redraw] = useState(0);
  const touch = useCallback((...paths: string[]) => {
    if (paths.every((path) => touched.current.has(path))) return;
    for (const path of paths) touched.current.add(path);
    redraw((count) => count + 1);
  }, []);
  /** A new part is not wrong yet, whatever stood at its place before. */
  const untouch = useCallback((part: string) => {
    for (const path of touched.current) if (path === part || path.startsWith(`${part}.`)) touched.current.delete(path);
  }, []);
  return { isTouched: (path: string) => touched.current.has(path), touch, untouch };
}

interface Wanted {
  path: string;
  /** Whether it takes the focus, or is only brought into sight. */
  isFocus: boolean;
}

/** A place to go to: shown first, then in focus. */
export function useWanted() {
  const [wanted, setWanted] = useState<Wanted>();
  useEffect(() => {
    if (wanted === undefined) return;
    // Two frames: in the first, what hides the place opens.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        goNear(wanted);
        setWanted(undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  const want = useCallback((path: string, isFocus = true) => setWanted({ path, isFocus }), []);
  return { wanted: wanted?.path, want };
}

/** The field of a path, or the nearest thing around it that is on the page. */
function goNear({ path, isFocus }: Wanted): void {
  for (let near = path; near !== ''; near = near.slice(0, Math.max(0, near.lastIndexOf('.')))) {
    const place = document.getElementById(near);
    if (!place) continue;
    const isSeen = isFocus || !isInSight(place);
    if (isSeen) place.scrollIntoView({ block: place.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' });
    if (isFocus) place.focus({ preventScroll: true });
    return;
  }
}

function isInSight(place: HTMLElement): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

interface Place {
  part: string;
  level: number;
}

/** Where one was in each draft, for whoever comes back. */
const places = new Map<string, Place>();

/** Which part is open; a level is held by its place, since its slug follows its name while it is new. */
export function usePart({ document }: EditorState) {
  const [at, setAt] = useState<Place>(() => places.get(document.slug) ?? { part: 'about', level: -1 });
  useEffect(() => void places.set(document.slug, at), [document.slug, at]);
  const levelOf = (part: string) => document.levels.findIndex(({ slug }) => `level ${slug}` === part);
  const go = (part: string, level = levelOf(part)) => setAt({ part, level });
  const open = document.levels[at.level];
  const part = at.level === -1 ? at.part : open ? `level ${open.slug}` : 'about';
  return [{ part, level: open ? at.level : -1 }, go] as const;
}
