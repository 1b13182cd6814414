import type { CSSProperties } from 'react';
import { classNames } from './class-names';
import { staffLabels } from './staff-labels';
import classes from './staff.module.css';

interface Props {
  /** What is measured, for who cannot see it: 'Readiness'. */
  name: string;
  /** The score inside its likely range; null draws the bare scale, for there is no number without evidence. */
  value: { score: number; low: number; high: number } | null;
  /** Where ready begins; null draws no line. */
  goal?: number | null;
  unit?: 'of 100' | 'percent';
}

const at = (percent: number): CSSProperties => ({ insetInlineStart: `${percent}%` });

/** The graduated scale of a sea chart: ten blocks, a band for the likely range, a needle for the score, a green line where ready begins. */
export function Staff({ name, value, goal = 75, unit = 'of 100' }: Props) {
  if (!value)
    return (
      <div className={classNames(classes.staff, classes.bare)} aria-hidden>
        <div className={classes.scale} />
      </div>
    );
  const { score, low, high } = value;
  const spoken = `${name} ${score} ${unit}, most likely ${low} to ${high}.${goal === null ? '' : ` Ready from ${goal}.`}`;
  return (
    <div className={classes.staff} role="img" aria-label={spoken}>
      <div className={classes.scale} />
      <div className={classes.range} style={{ ...at(low), width: `${high - low}%` }} />
      {goal !== null && <div className={classes.goal} style={at(goal)} />}
      <svg className={classes.needle} style={at(score)} viewBox="0 0 16 32" aria-hidden>
        <path d="M8 13 2 1.5h12z" />
        <path d="M6.75 12h2.5v20h-2.5z" />
      </svg>
      {staffLabels({ score, low, high }, goal).map((label) => (
        <span
          key={label.text}
          className={classNames(classes.label, classes[label.align], label.over && classes.over, label.apart && classes.apart, label.goal && classes.ready)}
          style={at(label.at)}
        >
          {label.text}
        </span>
      ))}
    </div>
  );
}
