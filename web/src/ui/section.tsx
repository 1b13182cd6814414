import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import classes from './section.module.css';

interface Props {
  title: ReactNode;
  /** At the right of the title: a chip, a figure, a small button. */
  aside?: ReactNode;
  /** A soft line below the title. */
  lead?: ReactNode;
  /** Without the hairline above: where the section opens a column. */
  bare?: boolean;
  children?: ReactNode;
  className?: string;
}

/** A part of a page under its h2, below a hairline: not a box. */
export function Section({ bare = false, className, ...rest }: Props) {
  return <Titled {...rest} className={classNames(classes.section, bare && classes.bare, className)} />;
}

/** A box, for what one can act on or take in as one; never inside another. */
export function Card({ className, ...rest }: Omit<Props, 'bare'>) {
  return <Titled {...rest} className={classNames(classes.card, className)} />;
}

function Titled({ title, aside, lead, children, className }: Props) {
  const heading = useId();
  return (
    <section className={className} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}
