import type { ReactNode } from 'react';
import classes from './columns.module.css';

/** The page's two columns, 7 to 5; one below the other on the phone. */
export function Columns({ children, even = false }: { children: ReactNode; even?: boolean }) {
  return <div className={even ? classes.even : classes.columns}>{children}</div>;
}

/** One column of parts, with the air between them. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}
