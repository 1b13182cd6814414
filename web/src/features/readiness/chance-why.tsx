import { chancePercent } from '@server/platform/percent.contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Chance } from '@server/readiness/readiness.contract';
import { classNames } from '../../ui/class-names';
import { listed, signed } from '../../ui/format';
import { Section } from '../../ui/section';
import { chanceRows, comparedWith, rangeWords, type ChancePart } from './chance-words';
import classes from './chance-why.module.css';

/** From the usual chance to this one, part by part in percentage points, and how much it is worth. */
export function ChanceWhy({ chance, isOwn = true }: { chance: Chance; isOwn?: boolean }) {
  const { rows, even } = chanceRows(chance);
  return (
    <Section title={`Why ${chancePercent(chance.probability)}%`}>
      <ul className={classes.parts} aria-label="Parts of the chance, in percentage points">
        <li>
          <span className={classes.points}>{chancePercent(chance.usual)}%</span>
          <span>
            <span className="b">The usual learner</span>
            <span className="sm soft"> at this point of the way</span>
          </span>
        </li>
        {rows.map(({ kind, name, why, points }) => (
          <li key={kind}>
            <span className={classNames(classes.points, points > 0 ? 'ready' : 'risk')}>{signed(points)}</span>
            <span>
              <span className="b">{isOwn ? <Behind kind={kind}>{name}</Behind> : name}</span>
              <span className="sm soft"> · {why}</span>
            </span>
          </li>
        ))}
        {even.length > 0 && (
          <li>
            <span className={classes.points}>0</span>
            <span className="sm soft">No difference by {listed(even)}</span>
          </li>
        )}
        <li className={classes.sum}>
          <span className={classes.points}>{chancePercent(chance.probability)}%</span>
          <span>
            <span className="b">{isOwn ? 'Your chance' : 'Their chance'}</span>
            <span className="sm soft">, somewhere from {rangeWords(chance)}</span>
          </span>
        </li>
      </ul>
      <p className="sm soft">{comparedWith(chance)} It says how often such learners pass, and promises nothing.</p>
    </Section>
  );
}

/** What is behind a part, where there is a page of it. */
function Behind({ kind, children }: { kind: ChancePart; children: ReactNode }): ReactNode {
  if (kind === 'study' || kind === 'coverage') return <Link to="/progress">{children}</Link>;
  if (kind === 'work' || kind === 'lateness') return <Link to="/projects">{children}</Link>;
  if (kind === 'scores') return <Link to="/progress/practice">{children}</Link>;
  return children;
}
