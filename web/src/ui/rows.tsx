import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** A list with hairlines. */
export function Rows({ children, ordered = false, label }: { children: ReactNode; ordered?: boolean; label?: string }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={classes.rows} aria-label={label}>
      {children}
    </List>
  );
}

interface RowProps {
  /** At the left: a KindMark or an icon. */
  mark?: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  /** At the right: a chip, a figure, a small button. */
  aside?: ReactNode;
}

/** One thing of a list: what it is, a soft second line, and one word or act at the end. */
export function Row({ mark, title, note, aside }: RowProps) {
  return (
    <li>
      {mark}
      <div className="grow">
        <div className="b">{title}</div>
        {note !== undefined && <div className="sm soft">{note}</div>}
      </div>
      {aside}
    </li>
  );
}
