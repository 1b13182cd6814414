import { startTransition, useEffect, useState } from 'react';

/**
 * Whether to render data that has just arrived. A transition renders it in slices, because a whole page blocks a slow phone for a quarter of a
 * second. Data that is there on mount renders at once, so that going back restores the scroll position.
 */
export function useTimeSlicedRender(isThere: boolean): boolean {
  const [isDue, setDue] = useState(isThere);
  useEffect(() => {
    if (isThere) startTransition(() => setDue(true));
  }, [isThere]);
  return isThere && isDue;
}
