import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Shows a place that the address asks for by its anchor, or what is around it: the browser has looked for it before it was there. The focus
 * goes along to its heading, so that keyboard and voice go on from there; each time that it is asked for.
 */
export function useWanted<Place extends HTMLElement>(anchor: string, around?: 'section') {
  const wanted = useWantedAt(anchor);
  const place = useRef<Place>(null);
  useEffect(() => {
    if (wanted === null) return;
    const shown: HTMLElement | null | undefined = around ? place.current?.closest<HTMLElement>(around) : place.current;
    if (!shown) return;
    shown.scrollIntoView();
    const heading = shown.querySelector<HTMLElement>('h2, h3') ?? shown;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [wanted, around]);
  return place;
}

/** The visit that asks for an anchor, another one each time that a link to it is followed; null while none does. */
export const useWantedAt = (anchor: string): string | null =>
  useLocation({ select: ({ hash, state }) => (hash === anchor ? (state.__TSR_key ?? hash) : null) });
