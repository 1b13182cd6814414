import type { StartingPoint as Answer } from '@server/curriculum/where-to-start.contract';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/button-link';
import { Plate } from '../../ui/plate';
import classes from './starting-point.module.css';

/** The level to start with, and why: every reason with the curriculum's own words that it rests on. */
export function StartingPoint({ answer: { level, reasons, before, alternatives } }: { answer: Answer }) {
  const lacking = before.filter(({ standing }) => standing === 'lacking' || standing === 'partly');
  return (
    <Plate compact title={level ? `Start with ${level.title}` : 'There is no level to start with yet'}>
      <ul className={classes.reasons} aria-label="Why">
        {reasons.map(({ kind, words, quote }, index) => (
          <li key={`${kind} ${index}`}>
            {words}
            {quote && <q>{quote}</q>}
          </li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <>
          <b className="b sm">Learn before, or on the way</b>
          <ul className={classes.reasons}>
            {lacking.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {level && (
        <ButtonLink to="/levels/$levelId" params={{ levelId: level.id }} mt="sm">
          Look at {level.title}
        </ButtonLink>
      )}
      {alternatives.length > 0 && (
        <p className={classes.others}>
          Or{' '}
          {alternatives.map((other, index) => (
            <span key={other.level.id}>
              {index > 0 && '; '}
              <Link to="/levels/$levelId" params={{ levelId: other.level.id }}>
                {other.level.title}
              </Link>
              : {other.words.charAt(0).toLowerCase() + other.words.slice(1)}
            </span>
          ))}
        </p>
      )}
    </Plate>
  );
}
