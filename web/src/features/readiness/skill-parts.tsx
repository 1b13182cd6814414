import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Readiness } from '@server/readiness/readiness.contract';
import { classNames } from '../../ui/class-names';
import { counted, dateInFull, dateOf, duration, signed } from '../../ui/format';
import { SkillBar } from '../../ui/skill-bar';
import { useIsWanted, useWanted } from '../../ui/use-wanted';
import { projectAnchor, ratingAnchor, signOffAnchor } from '../progress/anchors';
import { examsOfSkill } from '../progress/practice/of-skill';
import { practiceQuery } from '../progress/practice/practice-queries';
import { signOffsQuery } from '../progress/projects/evidence-queries';
import { skillScoreAnchor } from './anchors';
import { partRows, projectStateWords } from './part-rows';
import { hasEvidence, skillNote, type PartKind, type Skill } from './score-words';
import classes from './skill-parts.module.css';

interface Props {
  enrollmentId: string;
  readiness: Readiness;
  /** Whether who reads it is the learner: then each part leads to what is behind it. */
  isOwn?: boolean;
}

/** The score split into skills, and each of them into its parts; they sum up. */
export function SkillParts({ enrollmentId, readiness: { score, low, high, skills }, isOwn = true }: Props) {
  const value = score === null || low === null || high === null ? null : { score, low, high };
  const isAnyNeglected = skills.some(({ isNeglected }) => isNeglected);
  return (
    <ul>
      {skills.map((skill) => (
        <OneSkill key={skill.skillId} skill={skill} note={skillNote(skill, score !== null, isAnyNeglected)}>
          {score !== null && hasEvidence(skill) && <Parts enrollmentId={enrollmentId} skill={skill} isOwn={isOwn} />}
        </OneSkill>
      ))}
      {value && (
        <SkillBar
          total
          title="Together"
          value={value}
          note={isAnyNeglected ? 'Each skill counts by its share of the level, one far behind more' : 'Each skill counts by its share of the level'}
        />
      )}
    </ul>
  );
}

/** One that is led to has the focus, and opens (Parts). */
function OneSkill({ skill, note, children }: { skill: Skill; note: string; children: ReactNode }) {
  const place = useWanted<HTMLLIElement>(skillScoreAnchor(skill.skillId));
  return (
    <SkillBar id={skillScoreAnchor(skill.skillId)} ref={place} title={skill.title} value={hasEvidence(skill) ? skill : null} note={note}>
      {children}
    </SkillBar>
  );
}

function Parts({ enrollmentId, skill, isOwn }: { enrollmentId: string; skill: Skill; isOwn: boolean }) {
  const isWanted = useIsWanted(skillScoreAnchor(skill.skillId));
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isWanted && details.current) details.current.open = true;
  }, [isWanted]);
  return (
    <details ref={details} className={classes.details}>
      <summary>
        What it is made of<span className="vh">: {skill.title}</span>
      </summary>
      <ul className={classes.parts} aria-label={`Points of ${skill.title}`}>
        {partRows(skill, isOwn).map(({ kind, name, rests, counts, points }) => (
          <li key={kind}>
            <span>
              {isOwn ? <Leads kind={kind} skill={skill} name={name} /> : name}
              <span className="soft">
                {' '}
                ·{' '}
                {kind === 'signOffs' ? (
                  <SignedBy enrollmentId={enrollmentId} skillId={skill.skillId} />
                ) : (
                  <>
                    {kind === 'practice' && <Exams enrollmentId={enrollmentId} skillId={skill.skillId} />}
                    {rests}
                  </>
                )}
                {counts && `, ${counts}`}
              </span>
            </span>
            <span className="num">{signed(points, 1)}</span>
            {kind === 'projects' && <Shown projects={skill.behind.projects} isOwn={isOwn} />}
          </li>
        ))}
        <li className={classes.sum}>
          <span className="b">Points it gives</span>
          <span className="num">{skill.points.toFixed(1)}</span>
        </li>
      </ul>
      {Object.values(skill.behind.items).some(({ of }) => of > 0) && (
        <p className={classNames('xs soft', classes.items)}>
          Items are answers in practice exams, and what a project, a rating or a sign-off counts as. Each counts half after 120 days.
        </p>
      )}
    </details>
  );
}

/** A part's name, leading to the entries behind it; projects have their own. */
function Leads({ kind, skill: { skillId, behind }, name }: { kind: PartKind; skill: Skill; name: string }): ReactNode {
  if (kind === 'coverage' || kind === 'memory')
    return (
      <Link to="/progress" search={{ skill: skillId }}>
        {name}
      </Link>
    );
  if (kind === 'ratings' || kind === 'signOffs')
    return (
      <Link to="/progress/practice" hash={kind === 'ratings' ? ratingAnchor(skillId) : signOffAnchor(skillId)}>
        {name}
      </Link>
    );
  if (kind === 'practice' || behind.itemMinutes > 0)
    return (
      <Link to="/progress/practice" search={{ skill: skillId }}>
        {name}
      </Link>
    );
  return name;
}

/** Projects that show a skill: each leads to what was handed in and said of it, and to its entries in the log. */
function Shown({ projects, isOwn }: { projects: Skill['behind']['projects']; isOwn: boolean }) {
  if (projects.length === 0) return null;
  return (
    <ul className={classes.shown}>
      {projects.map(({ projectId, title, minutes, state }) => {
        const logged = minutes > 0 ? `${duration(minutes)} logged` : 'nothing logged';
        return (
          <li key={projectId}>
            {isOwn ? (
              <Link to="/projects" hash={projectAnchor(projectId)}>
                {title}
              </Link>
            ) : (
              title
            )}
            <span className="soft">: {projectStateWords(state, isOwn)}, </span>
            {isOwn && minutes > 0 ? (
              <Link to="/progress" search={{ project: projectId }} aria-label={`${logged} for ${title}`}>
                {logged}
              </Link>
            ) : (
              <span className="soft">{logged}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** '2 exams, ': how many count for the skill. */
function Exams({ enrollmentId, skillId }: { enrollmentId: string; skillId: string }) {
  const { data, hasNextPage } = useInfiniteQuery(practiceQuery(enrollmentId));
  const exams = examsOfSkill(data?.pages.flatMap(({ items }) => items) ?? [], skillId).length;
  return exams > 0 && <>{hasNextPage ? `${exams} exams or more, ` : `${counted(exams, 'exam')}, `}</>;
}

function SignedBy({ enrollmentId, skillId }: { enrollmentId: string; skillId: string }) {
  const { data } = useQuery(signOffsQuery(enrollmentId));
  const signOff = data?.items.find(({ skill, revoked }) => skill.id === skillId && !revoked);
  if (!signOff) return 'A mentor attests it';
  const { signed: by, note } = signOff;
  return `${by.by || 'A mentor'}, ${dateInFull(dateOf(by.at))}${note ? `: ${note}` : ''}`;
}
