import type { ReactNode } from 'react';
import classes from './score.module.css';
import { Staff } from './staff';

interface Props {
  /** The score inside its likely range; null while there is too little to go on. */
  value: { score: number; low: number; high: number } | null;
  name?: string;
  goal?: number | null;
  unit?: 'of 100' | 'percent';
  /** How the range is introduced. */
  range?: string;
  /** The second line: 'Up 6 since last Tuesday'. */
  note?: ReactNode;
  /** What would be enough to say something, where `value` is null. */
  wanting?: ReactNode;
  size?: 'l' | 'm';
}

/** A number never stands without its range: the figure, the range in words, and both on the scale. */
export function Score({ value, name = 'Readiness', goal = 75, unit = 'of 100', range = 'Most likely', note, wanting, size = 'l' }: Props) {
  return (
    <div className={classes.score}>
      {value ? (
        <div className={classes.top}>
          <div className={size === 'l' ? 'figure num' : 'figure-m num'}>
            {value.score}
            {unit === 'percent' && <span className={classes.percent}>%</span>}
          </div>
          <p className="sm">
            <b className="b">
              {range} {value.low} to {value.high}
            </b>
            {note !== undefined && <span className={classes.note}>{note}</span>}
          </p>
        </div>
      ) : (
        <p>{wanting}</p>
      )}
      <Staff name={name} value={value} goal={goal} unit={unit} />
    </div>
  );
}
