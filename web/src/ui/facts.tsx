import type { ReactNode } from 'react';
import { classNames } from './class-names';
import classes from './facts.module.css';

interface Fact {
  name: string;
  value: ReactNode;
  /** The range, or what the value is out of: a figure never stands alone. */
  note?: ReactNode;
}

/** Two to four facts side by side; below one another with `listed`, as on the plate. */
export function Facts({ facts, listed = false }: { facts: readonly Fact[]; listed?: boolean }) {
  return (
    <dl className={classNames(listed ? classes.listed : classes.facts)}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">
            {value} {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
