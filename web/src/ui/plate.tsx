import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import classes from './plate.module.css';

interface Props {
  /** The line above the heading: what kind, how long; put marks and words in it. */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** Small heading where the plate only advises. */
  compact?: boolean;
  children?: ReactNode;
  className?: string;
}

/** The one painted panel of a page, for what matters now. Buttons inside take its colours by themselves. */
export function Plate({ eyebrow, title, compact = false, children, className }: Props) {
  const heading = useId();
  return (
    <section className={classNames(classes.plate, compact && classes.compact, className)} aria-labelledby={heading}>
      {eyebrow !== undefined && <div className={classes.eyebrow}>{eyebrow}</div>}
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
