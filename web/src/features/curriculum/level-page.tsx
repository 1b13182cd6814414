import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Certification, LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { Callout } from '../../ui/callout';
import { listed } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import { Markdown } from '../../ui/markdown';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { Questions } from './certification-page';
import { certificationQuery, levelQuery } from './curriculum-queries';
import { Ladder } from './ladder';
import { LevelJoin } from './level-join';
import classes from './level-page.module.css';
import { LevelPlans } from './level-plans';
import { SelfCheck } from './self-check';
import { LevelProjects, LevelSkills, NotPublished } from './level-skills';

/** What a level demands, what it is made of, and the way in. */
export default function LevelPage() {
  const { levelId } = useParams({ strict: false });
  const query = useQuery(levelQuery(levelId ?? ''));
  return (
    <QueryRegion query={query} what="The level">
      {(level) => <Whole level={level} />}
    </QueryRegion>
  );
}

function Whole({ level }: { level: LevelAnswer }) {
  const { slug, title } = level.certification;
  const { data: certification } = useQuery(certificationQuery(slug));
  return (
    <>
      <PageHead title={level.title} crumb={{ to: `/certifications/${slug}`, title, here: 'Levels' }} />
      {certification && <Ladder levels={certification.levels} current={level.id} />}
      <div className={classes.grid}>
        <div>
          <Markdown className={classes.lead}>{level.summary}</Markdown>
          {level.audience.length > 0 && <p className="soft read">For {listed(level.audience.map(inSentence))}.</p>}
          <Prerequisites level={level} levels={certification?.levels ?? []} />
          <SelfCheck level={level} />
          {level.validates && (
            <Section title="What you will be able to do">
              <Markdown>{level.validates}</Markdown>
            </Section>
          )}
          <LevelSkills level={level} />
          <LevelProjects level={level} />
          {level.planTemplates.length > 0 ? <LevelPlans level={level} /> : <NotPublished title="How to prepare" />}
          <AfterAndMistakes level={level} certification={certification} />
          {certification && <Questions certification={certification} />}
        </div>
        <LevelJoin level={level} />
      </div>
    </>
  );
}

type LevelName = { slug: string; title: string; id: string };

function Prerequisites({ level: { prerequisites }, levels }: { level: LevelAnswer; levels: readonly LevelName[] }) {
  const [first] = prerequisites.filter(({ kind }) => kind === 'level');
  const before = first && 'level' in first ? levels.find(({ slug }) => slug === first.level) : undefined;
  if (prerequisites.length === 0) return null;
  const title = before
    ? first?.rule === 'enforced'
      ? `${before.title} comes first`
      : `${before.title} first is a good idea, not a rule`
    : 'Good to know before';
  return (
    <Callout title={title} {...(first?.rule === 'enforced' && { icon: <LockIcon /> })}>
      {prerequisites.map(({ text }) => text).join(' ')}{' '}
      {before && (
        <Link to="/levels/$levelId" params={{ levelId: before.id }}>
          Look at {before.title}
        </Link>
      )}
    </Callout>
  );
}

/** A kind of person within a sentence: 'senior engineers', but 'SREs'. */
const inSentence = (kind: string) => (/^[A-Z][a-z]*(?![A-Za-z])/.test(kind) ? kind.charAt(0).toLowerCase() + kind.slice(1) : kind);

function AfterAndMistakes({ level, certification }: { level: LevelAnswer; certification: Certification | undefined }) {
  const { mistakes, next, slug } = level;
  const ways = [
    { key: 'same', step: next?.sameTrack, note: 'on the same track' },
    { key: 'cross', step: next?.crossTrack, note: 'across' },
    { key: 'lead', step: next?.leadership, note: 'towards leading' },
  ].flatMap(({ step, ...rest }) => (step ? [{ ...rest, step }] : []));
  const unlocked = (certification?.levels ?? []).filter(({ prerequisites }) =>
    prerequisites.some((each) => each.kind === 'level' && each.level === slug && each.rule === 'enforced'),
  );
  if (mistakes.length === 0 && ways.length === 0 && unlocked.length === 0) return <NotPublished title="What comes after" />;
  return (
    <div className={classes.two}>
      <Section title="Where people slip">
        {mistakes.length === 0 && <p className="soft">Not published yet.</p>}
        <ul className={classes.dashes}>
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      </Section>
      <Section title="What comes after">
        <ul className={classes.dashes}>
          {unlocked.map(({ id, title }) => (
            <li key={id}>
              <LevelLink levels={certification?.levels ?? []} slug={undefined} id={id} name={title} />, which this opens
            </li>
          ))}
          {ways.map(({ key, step, note }) => (
            <li key={key}>
              {step.link ? <a href={step.link}>{step.name}</a> : <LevelLink levels={certification?.levels ?? []} slug={step.level} name={step.name} />}, {note}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface LevelLinkProps {
  levels: readonly LevelName[];
  slug: string | undefined;
  id?: string;
  name: string;
}

/** The name alone where it is not a level here. */
function LevelLink({ levels, slug, id = levels.find((each) => each.slug === slug)?.id ?? '', name }: LevelLinkProps) {
  return id ? (
    <Link to="/levels/$levelId" params={{ levelId: id }}>
      {name}
    </Link>
  ) : (
    name
  );
}
