import type { CSSProperties } from 'react';
import classes from './mini-staff.module.css';

interface Props {
  value: { score: number; low: number; high: number };
  /** Null draws none, as for a chance. */
  goal?: number | null;
}

const at = (percent: number): CSSProperties => ({ insetInlineStart: `${percent}%` });

/** The scale's small form, for tables: line, band, needle, dashed goal. */
export function MiniStaff({ value: { score, low, high }, goal = 75 }: Props) {
  return (
    <span className={classes.staff} role="img" aria-label={`${score}, most likely ${low} to ${high}`}>
      <i className={classes.range} style={{ ...at(low), width: `${high - low}%` }} />
      {goal !== null && <i className={classes.goal} style={at(goal)} />}
      <i className={classes.needle} style={at(score)} />
    </span>
  );
}
