import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Scrolls to an element that the address names by its anchor, or to the element around it, because the browser looked for it before it was
 * rendered. Moves the focus to its heading, so that keyboard and screen reader users continue there.
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

/** Whether the address names this anchor. */
export const useIsWanted = (anchor: string): boolean => useLocation({ select: ({ hash }) => hash === anchor });
