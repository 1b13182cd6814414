import { startTransition, useEffect, useState } from 'react';

/**
 * Whether to draw what was waited for. It is drawn in slices that let the browser react to the person in between, because a whole page
 * blocks a slow phone for a quarter of a second. What is there from the start is drawn at once, so that going back finds its place.
 */
export function useDrawnInSlices(isThere: boolean): boolean {
  const [isDue, setDue] = useState(isThere);
  useEffect(() => {
    if (isThere) startTransition(() => setDue(true));
  }, [isThere]);
  return isThere && isDue;
}
