import { useId, type ReactNode } from 'react';
import type { Readiness } from '@server/readiness/readiness.contract';
import { BandChip } from '../../ui/band-chip';
import { dayAndMonth } from '../../ui/format';
import { Score } from '../../ui/score';
import { Bar, Skeletons } from '../../ui/skeleton';
import { asPeople, noChanceWords, onScale } from './chance-words';
import { wantingWords, weekWords } from './score-words';
import classes from './score-and-chance.module.css';

/** The two answers side by side: what is held today, and the chance to pass; each with its range, or with why there is none. */
export function ScoreAndChance({ readiness, examOn, today }: { readiness: Readiness; examOn: string; today: string }) {
  const { state, score, low, high, band, change, wanting, chance, noChance } = readiness;
  const value = score === null || low === null || high === null ? null : { score, low, high };
  const onExam = `Chance to pass on ${dayAndMonth(chance?.examOn ?? examOn, today)}`;
  return (
    <div className={classes.both}>
      <Part title="What you hold today" aside={<BandChip band={band} />}>
        {state === 'computing' ? (
          <Working />
        ) : (
          <Score
            value={value}
            note={weekWords(change)}
            wanting={
              wanting ? (
                <>
                  <b className="b">{wantingWords(wanting)}</b> <span className="soft">Then there is enough to say.</span>
                </>
              ) : (
                <span className="soft">This level has no skills with a weight yet, so there is nothing to measure.</span>
              )
            }
          />
        )}
      </Part>
      <Part title={chance ? onExam : 'Chance to pass'}>
        {state === 'computing' ? (
          <Working />
        ) : (
          <Score
            value={chance && onScale(chance)}
            name={onExam}
            unit="percent"
            goal={null}
            range="Somewhere from"
            note={chance && asPeople(chance)}
            wanting={<span className="soft">{noChanceWords(noChance ?? 'too-early')}</span>}
          />
        )}
      </Part>
    </div>
  );
}

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={classes.part} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

const Working = () => (
  <Skeletons label="Being worked out">
    <Bar width={96} height={48} />
    <Bar height={12} />
    <Bar width="60%" />
  </Skeletons>
);
