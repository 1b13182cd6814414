import { Link } from '@tanstack/react-router';
import type { Level } from '@server/curriculum/curriculum.contract';
import { notOpenWords } from './not-open';
import classes from './ladder.module.css';

const BANDS = ['M2.2 9.8h9.6l.7 3.2H1.5z', 'M3.2 5.4h7.6l.7 3.2H2.5z', 'M4.2 1h5.6l.7 3.2H3.5z'];

interface Props {
  levels: readonly (Pick<Level, 'id' | 'title' | 'track' | 'order' | 'optional' | 'open'> & { skills: number | readonly unknown[] })[];
  /** Id of the level one looks at. */
  current?: string;
  label?: string;
}

/** The levels side by side in the order they are best taken; a beacon says how far up each is. */
export function Ladder({ levels, current, label = 'Levels' }: Props) {
  const steps = levels.filter(({ optional }) => !optional).length;
  return (
    <ul className={classes.ladder} aria-label={label}>
      {levels.map(({ id, title, track, order, optional, open, skills }) => (
        <li key={id} data-current={id === current || undefined}>
          <Link to="/levels/$levelId" params={{ levelId: id }} {...(id === current && { 'aria-current': 'true' as const })}>
            <svg viewBox="0 0 14 14" stroke="currentColor" strokeWidth="1.2" aria-hidden>
              {BANDS.map((band, index) => (
                <path key={band} d={band} fill={!optional && index < Math.round((order / steps) * BANDS.length) ? 'currentColor' : 'none'} />
              ))}
            </svg>
            <span>
              <span className="b">{title}</span>
              <span className={classes.note}>
                {open ? (order === 1 ? `${capital(track)}, start here` : `${capital(track)}${optional ? ', optional' : ''}`) : notOpenWords({ skills })}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
