import type { ReactNode } from 'react';
import { useWanted } from './use-wanted';

/** An item of a list that other pages lead to: whoever does finds it in sight, with the focus. */
export function Anchored({ anchor, children }: { anchor: string; children: ReactNode }) {
  const place = useWanted<HTMLLIElement>(anchor);
  return (
    <li id={anchor} ref={place}>
      {children}
    </li>
  );
}
