import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Shows a place that the address asks for by its anchor, or what is around it: the browser has looked for it before it was there. The focus
 * goes along to its heading, so that keyboard and voice go on from there.
 */
export function useWanted<Place extends HTMLElement>(anchor: string, around?: 'section') {
  const isWanted = useIsWanted(anchor);
  const place = useRef<Place>(null);
  useEffect(() => {
    if (!isWanted) return;
    const shown: HTMLElement | null | undefined = around ? place.current?.closest<HTMLElement>(around) : place.current;
    if (!shown) return;
    shown.scrollIntoView();
    const heading = shown.querySelector<HTMLElement>('h2, h3') ?? shown;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [isWanted, around]);
  return place;
}

/** Whether the address asks for an anchor. */
export const useIsWanted = (anchor: string): boolean => useLocation({ select: ({ hash }) => hash === anchor });
