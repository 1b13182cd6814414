import type { StartingPoint as Answer } from '@server/curriculum/where-to-start.contract';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/button-link';
import { Plate } from '../../ui/plate';
import { Card } from '../../ui/section';
import classes from './starting-point.module.css';

interface Props {
  answer: Answer;
  /** On paper, where the page has its plate already. */
  onPaper?: boolean;
}

/** The level to start with, and why: every reason with the curriculum's own words that it rests on. */
export function StartingPoint({ answer, onPaper = false }: Props) {
  const { level } = answer;
  const title = level ? `Start with ${level.title}` : 'There is no level to start with yet';
  return onPaper ? (
    <Card title={title} className={classes.paper ?? ''}>
      <Reasons answer={answer} />
    </Card>
  ) : (
    <Plate compact title={title}>
      <Reasons answer={answer} />
    </Plate>
  );
}

function Reasons({ answer: { level, reasons, before, alternatives } }: { answer: Answer }) {
  const lacking = before.filter(({ standing }) => standing === 'lacking' || standing === 'partly');
  return (
    <>
      <ul className={classes.reasons} aria-label="Why">
        {saidOnce(reasons).map(({ words, quotes }) => (
          <li key={words}>
            {words}
            {quotes.map((quote) => (
              <q key={quote}>{quote}</q>
            ))}
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
    </>
  );
}

/** Reasons that say the same of several things, said once with all that they rest on. */
function saidOnce(reasons: Answer['reasons']): { words: string; quotes: string[] }[] {
  const said = new Map<string, string[]>();
  for (const { words, quote } of reasons) said.set(words, [...(said.get(words) ?? []), ...(quote ? [quote] : [])]);
  return [...said].map(([words, quotes]) => ({ words, quotes }));
}
