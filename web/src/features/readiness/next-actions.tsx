import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NextAction } from '@server/readiness/readiness.contract';
import { Chip } from '../../ui/chip';
import { days, duration, listed, minutesOf, signed } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { skillAnchor } from '../curriculum/anchors';
import { projectAnchor } from '../progress/anchors';
import { skillScoreAnchor } from './anchors';

interface Props {
  actions: readonly NextAction[];
  title: string;
  /** Where skills are described. */
  levelId: string;
  most?: number;
  /** Who can attest a skill, where that is known. */
  mentor?: string | undefined;
}

/** A range that gets narrower by less is not worth a word. */
const LEAST_RANGE_POINTS = 1;

/** What to do next, the most gain for an hour first, each with what it is likely worth and why. */
export function NextActions({ actions, title, levelId, most = 7, mentor }: Props) {
  return (
    <Section title={title} {...(actions.length > 1 && { lead: 'Points of the score it is likely worth, the most for your time first' })}>
      {actions.length === 0 ? (
        <p className="soft">Nothing stands out. Follow the plan.</p>
      ) : (
        <Rows ordered>
          {actions.slice(0, most).map((action) => (
            <Row
              key={`${action.kind} ${action.skillId ?? action.projectId ?? ''}`}
              mark={<KindMark kind={markOf(action.kind)} />}
              title={
                <Leads action={action} levelId={levelId}>
                  {named(action)}
                </Leads>
              }
              note={noteOf(action, mentor)}
              aside={
                <Chip tone="accent">
                  {signed(action.points, action.points < 10 ? 1 : 0)}
                  <span className="vh"> points likely</span>
                </Chip>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** To where it is done, or to what it is about. */
function Leads({ action: { kind, skillId, projectId }, levelId, children }: { action: NextAction; levelId: string; children: ReactNode }) {
  if (kind === 'practice') return <Link to="/progress/practice">{children}</Link>;
  if (projectId)
    return (
      <Link to="/projects" hash={projectAnchor(projectId)}>
        {children}
      </Link>
    );
  if (kind === 'sign-off' && skillId)
    return (
      <Link to="/readiness" hash={skillScoreAnchor(skillId)}>
        {children}
      </Link>
    );
  return (
    <Link to="/levels/$levelId" params={{ levelId }} {...(skillId && { hash: skillAnchor(skillId) })}>
      {children}
    </Link>
  );
}

/** Their titles say nothing of how long they take. */
const isTalk = (kind: NextAction['kind']) => kind === 'review-of-project' || kind === 'sign-off' || kind === 'practice';

const noteOf = ({ kind, minutes, reason, rangePoints }: NextAction, mentor?: string) =>
  `${isTalk(kind) ? `${minutesOf(minutes)}. ` : ''}${why(reason, mentor)}${rangePoints >= LEAST_RANGE_POINTS ? `. Makes the range narrower by ${Math.round(rangePoints)}` : ''}`;

/** Getting a project or a skill looked at belongs to it. */
const markOf = (kind: NextAction['kind']) => (kind === 'review-of-project' ? 'project' : kind === 'sign-off' ? 'study' : kind);

function named({ kind, title, minutes }: NextAction): string {
  switch (kind) {
    case 'study':
      return `${duration(minutes)} of ${title}`;
    case 'review':
      return `${minutesOf(minutes)} review of ${title}`;
    case 'practice':
      return 'Take a practice exam';
    case 'project':
      return `Finish: ${title}, about ${duration(minutes)}`;
    case 'review-of-project':
      return `Hand in ${title} for review`;
    case 'sign-off':
      return `Have ${title} signed off`;
  }
}

function why(reason: NextAction['reason'], mentor = 'a mentor'): string {
  switch (reason.kind) {
    case 'not-started':
      return 'Not begun yet';
    case 'least-covered':
      return `${Math.round(reason.weightPercent)}% of the level`;
    case 'fading':
      return `Fading, last studied ${days(reason.daysSince)} ago`;
    case 'shows-skills':
      return reason.skills.length > 0 ? `Shows ${listed(reason.skills)}` : 'Counts for the level';
    case 'unproven':
      return reason.daysSince === null ? 'None taken so far' : `The last one was ${days(reason.daysSince)} ago`;
    case 'unreviewed':
      return 'Finished by your own word so far. Hand it in: a mentor’s word counts more';
    case 'unattested':
      return `Covered. Ask ${mentor} to attest it`;
  }
}
