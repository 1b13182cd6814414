import { useId, type ReactNode } from 'react';
import classes from './styleguide.module.css';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** One row of the guide: what it is, and how it looks. */
export function Specimen({ title, lead, children }: Props) {
  const heading = useId();
  return (
    <section className={classes.specimen} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {lead && <p className="sm soft">{lead}</p>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
