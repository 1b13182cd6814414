import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Shows the section of a place that the address asks for by its anchor: the browser has looked for it before it was there. */
export function useWanted<Place extends HTMLElement>(anchor: string) {
  const isWanted = useLocation({ select: ({ hash }) => hash === anchor });
  const place = useRef<Place>(null);
  useEffect(() => {
    if (isWanted) place.current?.closest('section')?.scrollIntoView();
  }, [isWanted]);
  return place;
}
