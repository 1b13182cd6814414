import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Shows a place that the address asks for by its anchor, or what is around it: the browser has looked for it before it was there. */
export function useWanted<Place extends HTMLElement>(anchor: string, around?: 'section') {
  const isWanted = useLocation({ select: ({ hash }) => hash === anchor });
  const place = useRef<Place>(null);
  useEffect(() => {
    if (isWanted) (around ? place.current?.closest(around) : place.current)?.scrollIntoView();
  }, [isWanted, around]);
  return place;
}
