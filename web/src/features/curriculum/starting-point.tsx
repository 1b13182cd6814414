import type { StartingPoint as Answer } from '@server/curriculum/where-to-start.contract';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/button-link';
import { Markdown } from '../../ui/markdown';
import { Plate } from '../../ui/plate';
import { Card } from '../../ui/section';
import classes from './starting-point.module.css';

interface Props {
  answer: Answer;
  /** Id of the level whose page it stands on: there it is on paper, for the page has its plate, and leads to no page but others. */
  here?: string;
}

/** The level to start with, and why: every reason with the curriculum's own words that it rests on. */
export function StartingPoint({ answer, here }: Props) {
  const { level } = answer;
  const title = level ? (level.id === here ? `You can start here, with ${level.title}` : `Start with ${level.title}`) : 'There is no level to start with yet';
  return here !== undefined ? (
    <Card title={title} className={classes.paper ?? ''}>
      <Reasons answer={answer} here={here} />
    </Card>
  ) : (
    <Plate compact title={title}>
      <Reasons answer={answer} here={here} />
    </Plate>
  );
}

function Reasons({ answer: { level, reasons, before, alternatives }, here }: { answer: Answer; here: string | undefined }) {
  // That a level before it is advised is said above, among the reasons.
  const lacking = before.filter(({ standing, kind }) => kind !== 'level' && (standing === 'lacking' || standing === 'partly'));
  const others = alternatives.filter((other) => other.level.id !== here);
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
          <b className={classes.title}>Learn before, or on the way</b>
          <ul className={classes.reasons}>
            {lacking.map(({ key, text }) => (
              <li key={key}>
                <Markdown>{text}</Markdown>
              </li>
            ))}
          </ul>
        </>
      )}
      {level && level.id !== here && (
        <ButtonLink to="/levels/$levelId" params={{ levelId: level.id }} mt="sm">
          Look at {level.title}
        </ButtonLink>
      )}
      {others.length > 0 && (
        <>
          <b className={classes.title}>Or</b>
          <ul className={classes.others}>
            {others.map((other) => (
              <li key={other.level.id}>
                <Link to="/levels/$levelId" params={{ levelId: other.level.id }}>
                  {other.level.title}
                </Link>
                . {other.words}
              </li>
            ))}
          </ul>
        </>
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
