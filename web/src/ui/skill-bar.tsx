import type { CSSProperties, ReactNode, Ref } from 'react';
import classes from './skill-bar.module.css';

interface Props {
  title: ReactNode;
  /** What it gives to the total, and why it stands where it does: '15 of 20 points. Signed off by your mentor'. */
  note?: ReactNode;
  /** Null where nothing is known yet. */
  value: { score: number; low: number; high: number } | null;
  /** The closing row: the sum of the others, without a bar. */
  total?: boolean;
  /** To lead to it. */
  id?: string;
  ref?: Ref<HTMLLIElement>;
  /** More of it, below the bar: what its points are made of. */
  children?: ReactNode;
}

const at = (percent: number): CSSProperties => ({ insetInlineStart: `${percent}%` });

/** One skill, as an item of a `ul`: solid to the low end, pale through the range, needle at the score. */
export function SkillBar({ title, note, value, total = false, id, ref, children }: Props) {
  return (
    <li id={id} ref={ref} className={total ? classes.total : classes.skill}>
      <div>
        <h3>{title}</h3>
        {note !== undefined && <p className="sm soft">{note}</p>}
      </div>
      {value ? (
        <div className="end">
          <div className={classes.value}>
            <span className="vh">Score </span>
            {value.score}
          </div>
          <div className="xs soft num">
            <span className="vh">Most likely </span>
            {value.low} to {value.high}
          </div>
        </div>
      ) : (
        <div className={classes.value}>
          <span className="soft" aria-hidden>
            –
          </span>
          <span className="vh">No score yet</span>
        </div>
      )}
      {!total && (
        <div className={classes.track} aria-hidden>
          {value && (
            <>
              <i className={classes.fill} style={{ width: `${value.low}%` }} />
              <i className={classes.range} style={{ ...at(value.low), width: `${value.high - value.low}%` }} />
              <i className={classes.needle} style={at(value.score)} />
            </>
          )}
        </div>
      )}
      {children !== undefined && <div className={classes.more}>{children}</div>}
    </li>
  );
}
