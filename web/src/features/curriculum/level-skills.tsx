import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { Anchored } from '../../ui/anchored';
import { AsTable } from '../../ui/as-table';
import { duration, listed } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { Markdown } from '../../ui/markdown';
import { Section } from '../../ui/section';
import { LockNote } from '../plans/lock-note';
import { useOwnLocks } from '../plans/use-own-locks';
import { skillAnchor } from './anchors';
import classes from './level-page.module.css';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const many = (count: number, one: string) => `${NUMBERS[count] ?? count} ${one}${count === 1 ? '' : 's'}`;

const BASIS: Record<NonNullable<LevelAnswer['basis']>, string> = {
  estimate: 'Shares and hours are estimates: the program publishes none.',
  published: 'Shares are those the program publishes; hours are estimates.',
};

/** What a level is made of, each skill with its share as a bar on one scale. */
export function LevelSkills({ level: { title: level, skills, basis } }: { level: LevelAnswer }) {
  if (skills.length === 0) return <NotPublished title="Skills" />;
  const titles = new Map(skills.map(({ slug, title }) => [slug, title]));
  const isWeighted = skills.some(({ weightPercent }) => weightPercent !== undefined);
  return (
    <Section title={many(skills.length, 'skill')} lead={isWeighted && basis && BASIS[basis]}>
      <ul className={classes.skills}>
        {skills.map(({ id, title, description, weightPercent, effortMinutes, after }) => (
          <Anchored key={id} anchor={skillAnchor(id)}>
            <div>
              <h3>{title}</h3>
              <Markdown className="soft">{description}</Markdown>
              {after.length > 0 && <p className="sm soft">After {listed(after.map((slug) => titles.get(slug) ?? slug))}.</p>}
            </div>
            {weightPercent === undefined ? (
              <span className="xs soft">Share not published yet</span>
            ) : (
              <div>
                <div className={classes.weight}>{rounded(weightPercent)}%</div>
                <div className="xs soft">{effortMinutes === undefined ? 'of the level' : `about ${duration(effortMinutes)}`}</div>
              </div>
            )}
            {weightPercent !== undefined && (
              <span className={classes.share} aria-hidden>
                <i style={{ width: `${weightPercent}%` }} />
              </span>
            )}
          </Anchored>
        ))}
      </ul>
      {isWeighted && (
        <AsTable
          caption={`Skills of ${level}`}
          head={['Skill', 'Share', 'Time']}
          rows={skills.map(({ title, weightPercent, effortMinutes }) => [
            title,
            weightPercent === undefined ? 'not published yet' : `${rounded(weightPercent)}%`,
            effortMinutes === undefined ? 'not published yet' : duration(effortMinutes),
          ])}
        />
      )}
    </Section>
  );
}

const rounded = (share: number) => Math.round(share * 10) / 10;

/** What is built, and when it is done. */
export function LevelProjects({ level: { id: levelId, projects, skills } }: { level: LevelAnswer }) {
  const locks = useOwnLocks(levelId);
  if (projects.length === 0) return <NotPublished title="Projects" />;
  const titles = new Map(skills.map(({ slug, title }) => [slug, title]));
  return (
    <Section title={many(projects.length, 'project')}>
      <ul className={classes.projects}>
        {projects.map(({ id, title, description, effortMinutes, shows, acceptance }) => (
          <li key={id}>
            <KindMark kind="project" silent />
            <div>
              <h3>{title}</h3>
              <Markdown className="soft">{description}</Markdown>
              <p className="sm soft">
                {[
                  effortMinutes !== undefined && `About ${duration(effortMinutes)}.`,
                  shows.length > 0 && `Shows ${shows.map((slug) => titles.get(slug) ?? slug).join(', ')}.`,
                ]
                  .filter(Boolean)
                  .join(' ')}
              </p>
              {locks
                .filter(({ partId, locked }) => locked && partId === id)
                .map((lock) => (
                  <LockNote key={lock.partId} lock={lock} />
                ))}
              {acceptance.length > 0 && (
                <details>
                  <summary className="sm">It is done when</summary>
                  <ul className={classes.dashes}>
                    {acceptance.map((criterion) => (
                      <li key={criterion}>
                        <Markdown>{criterion}</Markdown>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A gap is said, not hidden: what is known of the level stands beside it. */
export const NotPublished = ({ title }: { title: string }) => (
  <Section title={title}>
    <p className="soft">Not published yet.</p>
  </Section>
);
