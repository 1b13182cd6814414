import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface Props {
  title: string;
  /** What to do first, in a sentence. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
  /** An outlined beacon waits to be painted; a coast says that all is done. */
  art?: 'beacon' | 'coast' | 'board';
  /** Without the box, inside a part that has one. */
  bare?: boolean;
}

/** Nothing here yet: what it will be, and what to do first. */
export function Empty({ title, children, action, art = 'beacon', bare = false }: Props) {
  // Inside a part it is a heading of the part, alone one of the page.
  const Heading = bare ? 'h3' : 'h2';
  return (
    <div className={bare ? classes.empty : `${classes.empty} ${classes.box}`}>
      <svg className={classes.art} viewBox="0 0 120 96" aria-hidden>
        {ART[art]}
      </svg>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}

const ground = <path className={classes.ground} d="M8 84h104" />;
const small = (d: string, x: number, y: number) => (
  <g className={classes.dashed}>
    <path d={d} />
    <circle cx={x} cy={y} r="4" />
  </g>
);

const ART = {
  beacon: (
    <>
      {ground}
      <g className={classes.dashed}>
        <path d="M53 30h14l3 16H50zM49.5 49h21l3 16h-27zM46 68h28l3 16H43z" />
        <circle cx="60" cy="16" r="7" />
      </g>
      <path className={classes.pole} d="M60 23v7" />
    </>
  ),
  coast: (
    <>
      <circle cx="34" cy="66" r="20" fill="var(--near)" />
      <path d="M0 66h120v30H0z" fill="var(--accent-soft)" />
      <path d="M20 74h28M26 82h16" stroke="var(--chart-band)" strokeWidth="3" />
      <path d="M82 34h10l2 12H80zM79.5 48h15l2 12h-19z" fill="var(--chart-1)" />
      <path d="M77 62h20l2 12H75z" fill="var(--signal-line)" />
      <circle cx="87" cy="26" r="5" fill="var(--text)" />
    </>
  ),
  board: (
    <>
      {ground}
      <path d="M15 50h10l4 34H11z" fill="var(--chart-1)" />
      <circle cx="20" cy="42" r="4.5" fill="var(--chart-1)" />
      {small('M43 56h10l3.5 28h-17z', 48, 48)}
      {small('M71 62h10l3 22H68z', 76, 54)}
      {small('M95 68h10l2.5 16h-15z', 100, 60)}
    </>
  ),
};
