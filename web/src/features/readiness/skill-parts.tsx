import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Readiness } from '@server/readiness/readiness.contract';
import { dateInFull, signed } from '../../ui/format';
import { SkillBar } from '../../ui/skill-bar';
import { signOffsQuery } from '../progress/projects/evidence-queries';
import { hasEvidence, partRows, skillNote, type PartKind, type Skill } from './score-words';
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
        <SkillBar
          key={skill.skillId}
          id={anchorOf(skill.skillId)}
          title={skill.title}
          value={hasEvidence(skill) ? skill : null}
          note={skillNote(skill, score !== null, isAnyNeglected)}
        >
          {score !== null && hasEvidence(skill) && <Parts enrollmentId={enrollmentId} skill={skill} isOwn={isOwn} />}
        </SkillBar>
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

export const anchorOf = (skillId: string): string => `skill-${skillId}`;

function Parts({ enrollmentId, skill, isOwn }: { enrollmentId: string; skill: Skill; isOwn: boolean }) {
  const isWanted = useLocation({ select: ({ hash }) => hash === anchorOf(skill.skillId) });
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isWanted || !details.current) return;
    details.current.open = true;
    details.current.parentElement?.parentElement?.scrollIntoView();
  }, [isWanted]);
  return (
    <details ref={details} className={classes.details}>
      <summary>
        What it is made of<span className="vh">: {skill.title}</span>
      </summary>
      <ul className={classes.parts} aria-label={`Points of ${skill.title}`}>
        {partRows(skill, isOwn).map(({ kind, name, rests, points }) => (
          <li key={kind}>
            <span>
              {isOwn ? <Behind kind={kind} skillId={skill.skillId} name={name} /> : name}
              <span className="soft"> · {kind === 'signOffs' ? <SignedBy enrollmentId={enrollmentId} skillId={skill.skillId} /> : rests}</span>
            </span>
            <span className="num">{signed(points, 1)}</span>
          </li>
        ))}
        <li className={classes.sum}>
          <span className="b">Points it gives</span>
          <span className="num">{skill.points.toFixed(1)}</span>
        </li>
      </ul>
    </details>
  );
}

/** A part's name, leading to the entries behind it. */
function Behind({ kind, skillId, name }: { kind: PartKind; skillId: string; name: string }): ReactNode {
  if (kind === 'coverage' || kind === 'memory')
    return (
      <Link to="/progress" search={{ skill: skillId }}>
        {name}
      </Link>
    );
  if (kind === 'projects') return <Link to="/projects">{name}</Link>;
  if (kind === 'signOffs') return name;
  return <Link to="/progress/practice">{name}</Link>;
}

function SignedBy({ enrollmentId, skillId }: { enrollmentId: string; skillId: string }) {
  const { data } = useQuery(signOffsQuery(enrollmentId));
  const signOff = data?.items.find(({ skill, revoked }) => skill.id === skillId && !revoked);
  if (!signOff) return 'A mentor attests it';
  const { signed: by, note } = signOff;
  return `${by.by || 'A mentor'}, ${dateInFull(by.at.slice(0, 10))}${note ? `: ${note}` : ''}`;
}
