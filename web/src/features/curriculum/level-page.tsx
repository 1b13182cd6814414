import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { Choice } from '../../ui/choice';
import { Facts } from '../../ui/facts';
import { duration, listed } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import { PageHead } from '../../ui/page-head';
import { Plate } from '../../ui/plate';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { shownEnrollments } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { certificationQuery, levelQuery } from './curriculum-queries';
import { Ladder } from './ladder';
import classes from './level-page.module.css';

/** What a level demands, and the way in. */
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
  const { data: certification } = useQuery(certificationQuery(level.certification.slug));
  return (
    <>
      <PageHead title={level.title} crumb={{ to: '/levels', title: level.certification.title, here: 'Levels' }} />
      {certification && <Ladder levels={certification.levels} current={level.id} />}
      <div className={classes.grid}>
        <div>
          <p className={classes.lead}>
            {level.summary} {level.audience.length > 0 && `For ${listed(level.audience.map(inSentence))}.`}
          </p>
          <Prerequisites level={level} levels={certification?.levels ?? []} />
          <Skills level={level} />
          <Projects level={level} />
          <Preparation level={level} />
          <AfterAndMistakes level={level} />
        </div>
        <Join level={level} levels={certification?.levels ?? []} />
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

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const many = (count: number, one: string) => `${NUMBERS[count] ?? count} ${one}${count === 1 ? '' : 's'}`;

const BASIS: Record<NonNullable<LevelAnswer['basis']>, string> = {
  estimate: 'Shares and hours are our estimates; the program publishes none.',
  published: 'Shares are those the program publishes; hours are our estimates.',
};

function Skills({ level: { skills, basis } }: { level: LevelAnswer }) {
  return (
    <Section title={many(skills.length, 'skill')} lead={basis && BASIS[basis]}>
      <ul className={classes.skills}>
        {skills.map(({ id, title, description, weightPercent, effortMinutes }) => (
          <li key={id}>
            <div>
              <h3>{title}</h3>
              <p className="soft">{description}</p>
            </div>
            {weightPercent === undefined ? (
              <span className="xs soft">Share not published yet</span>
            ) : (
              <div className="end">
                <div className={classes.weight}>{Math.round(weightPercent)}%</div>
                <div className="xs soft">{effortMinutes === undefined ? 'of the level' : `about ${duration(effortMinutes)}`}</div>
                <span className={classes.share} aria-hidden>
                  <i style={{ width: `${weightPercent}%` }} />
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Projects({ level: { projects } }: { level: LevelAnswer }) {
  if (projects.length === 0) return <NotPublished title="Projects" />;
  return (
    <Section title={many(projects.length, 'project')}>
      <ul className={classes.projects}>
        {projects.map(({ id, title, description, effortMinutes }) => (
          <li key={id}>
            <KindMark kind="project" silent />
            <div>
              <h3>{title}</h3>
              <p className="soft">
                {description} {effortMinutes !== undefined && <span className="nowrap">About {duration(effortMinutes)}.</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Preparation({ level: { planTemplates } }: { level: LevelAnswer }) {
  const [slug, setSlug] = useState<string>();
  const shown =
    planTemplates.find((template) => template.slug === slug) ?? planTemplates.find(({ minDays, needed }) => needed && minDays === 30) ?? planTemplates[0];
  if (!shown) return <NotPublished title="How to prepare" />;
  return (
    <Section
      title="How to prepare"
      aside={
        <Choice
          label="Length"
          value={shown.slug}
          onChange={setSlug}
          options={planTemplates.map(({ slug: value, minDays, maxDays }) => ({ value, label: daysOf(minDays, maxDays) }))}
        />
      }
    >
      <p className="read">{shown.summary}</p>
      {!shown.needed && <p className="soft read">{shown.exception}</p>}
      {shown.phases.length > 0 && (
        <ol className={classes.phases}>
          {shown.phases.map(({ title, summary }) => (
            <li key={title}>
              <b className="b">{title}</b>
              <span className="sm soft">{summary}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const daysOf = (from: number, to: number) => (from === to ? `${from} days` : `${from} to ${to} days`);

function AfterAndMistakes({ level: { mistakes, next } }: { level: LevelAnswer }) {
  const ways = [
    { key: 'same', step: next?.sameTrack, note: 'on the same track' },
    { key: 'cross', step: next?.crossTrack, note: 'across' },
    { key: 'lead', step: next?.leadership, note: 'towards leading' },
  ].flatMap(({ step, ...rest }) => (step ? [{ ...rest, step }] : []));
  if (mistakes.length === 0 && ways.length === 0) return <NotPublished title="What comes after" />;
  return (
    <div className={classes.two}>
      <Section title="Where people slip">
        <ul className={classes.dashes}>
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      </Section>
      <Section title="What comes after">
        <ul className={classes.dashes}>
          {ways.map(({ key, step, note }) => (
            <li key={key}>
              {step.link ? <a href={step.link}>{step.name}</a> : step.name}, {note}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

const NotPublished = ({ title }: { title: string }) => (
  <Section title={title}>
    <p className="soft">Not published yet. What the program says about this level stands above.</p>
  </Section>
);

/** Levels that the program demands first. */
function levelsBefore({ prerequisites }: LevelAnswer, levels: readonly LevelName[]): LevelName[] {
  const slugs = prerequisites.flatMap((each) => (each.kind === 'level' && each.rule === 'enforced' ? each.level : []));
  return levels.filter(({ slug }) => slugs.includes(slug));
}

function Join({ level, levels }: { level: LevelAnswer; levels: readonly LevelName[] }) {
  const { account } = useSession();
  const enrollments = useQuery({ ...enrollmentsQuery(), enabled: account !== null });
  const mine = shownEnrollments(enrollments.data?.items ?? []).find((enrollment) => enrollment.level.id === level.id);
  const passed = new Set((enrollments.data?.items ?? []).flatMap((enrollment) => (enrollment.state === 'passed' ? enrollment.level.id : [])));
  const before = account ? levelsBefore(level, levels).find(({ id }) => !passed.has(id)) : undefined;
  const { typicalDays, skills, projects, exam } = level;
  return (
    <div className={classes.join}>
      <Plate title={level.open ? `Prepare for ${level.title}` : 'Not open yet'}>
        <Facts
          listed
          facts={[
            ...(typicalDays ? [{ name: 'Most people take', value: `${typicalDays.min} to ${typicalDays.max} days` }] : []),
            { name: 'You will do', value: `${skills.length} skills, ${projects.length} projects` },
            { name: 'The exam', value: exam?.format ?? 'Practical, hands-on' },
            ...(exam?.passMarkPercent ? [{ name: 'Pass mark', value: `${exam.passMarkPercent}%` }] : []),
          ]}
        />
        {mine ? (
          <ButtonLink to="/today" fullWidth size="lg" mt="md">
            Go on preparing
          </ButtonLink>
        ) : before ? (
          <>
            <p className="sm">It opens once you have passed {before.title} and said so here.</p>
            <ButtonLink to="/levels/$levelId" params={{ levelId: before.id }} fullWidth size="lg" mt="md">
              Look at {before.title}
            </ButtonLink>
          </>
        ) : level.open && account ? (
          <ButtonLink to="/enroll/$levelId" params={{ levelId: level.id }} fullWidth size="lg" mt="md">
            Choose a date and start
          </ButtonLink>
        ) : level.open ? (
          <ButtonLink to="/register" search={{ next: `/enroll/${level.id}` }} fullWidth size="lg" mt="md">
            Choose a date and start
          </ButtonLink>
        ) : (
          <p className="sm">The program has not published what it is made of yet. It opens later.</p>
        )}
      </Plate>
    </div>
  );
}
