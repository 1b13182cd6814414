import { Link } from '@tanstack/react-router';
import type { Level, LevelPage } from '@server/curriculum/curriculum.contract';
import { Markdown } from '../../ui/markdown';
import { Section } from '../../ui/section';
import classes from './level-page.module.css';
import { NotPublished } from './level-skills';
import { waysOn, type Onward } from './level-ways';

/** Where people slip, and what the level leads to. What is not there is said, like every gap. */
export function MistakesAndAfter({ level, levels }: { level: LevelPage; levels: readonly Level[] | undefined }) {
  const ways = waysOn(level, levels ?? []);
  return (
    <div className={classes.two}>
      {level.mistakes.length === 0 ? (
        <NotPublished title="Where people slip" />
      ) : (
        <Section title="Where people slip">
          <ul className={classes.dashes}>
            {level.mistakes.map((mistake) => (
              <li key={mistake}>
                <Markdown>{mistake}</Markdown>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {ways.length === 0 && levels && (
        <Section title="What comes after">
          <p className="soft">Nothing builds on this level so far: it is where its certification ends.</p>
        </Section>
      )}
      {ways.length > 0 && (
        <Section title="What comes after">
          <ul className={classes.dashes}>
            {ways.map((way) => (
              <li key={`${way.note} ${way.name}`}>
                <Named way={way} />, {way.note}
                {way.summary !== null && <Markdown className="sm soft">{way.summary}</Markdown>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** The name alone where it leads nowhere from here. */
function Named({ way: { name, levelId, link } }: { way: Onward }) {
  if (levelId !== null)
    return (
      <Link to="/levels/$levelId" params={{ levelId }}>
        {name}
      </Link>
    );
  return link === null ? name : <a href={link}>{name}</a>;
}
