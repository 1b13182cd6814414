import type { NextAction } from '@server/readiness/readiness.contract';
import { Chip } from '../../ui/chip';
import { days, duration, listed, minutesOf, signed } from '../../ui/format';
import { KindMark } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';

interface Props {
  actions: readonly NextAction[];
  title: string;
  most?: number;
}

/** What to do next, the most gain for an hour first, each with what it is likely worth and why. */
export function NextActions({ actions, title, most = 5 }: Props) {
  return (
    <Section title={title}>
      {actions.length === 0 ? (
        <p className="soft">Nothing stands out. Follow the plan.</p>
      ) : (
        <Rows ordered>
          {actions.slice(0, most).map((action) => (
            <Row
              key={`${action.kind} ${action.skillId ?? action.projectId ?? ''}`}
              mark={<KindMark kind={markOf(action.kind)} />}
              title={named(action)}
              note={why(action.reason)}
              aside={<Chip tone="accent">{signed(action.points, action.points < 10 ? 1 : 0)}</Chip>}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

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
      return `Have ${title} reviewed`;
    case 'sign-off':
      return `Have ${title} signed off`;
  }
}

function why(reason: NextAction['reason']): string {
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
      return reason.daysSince === null ? 'None taken so far: it makes the range narrower' : `The last one was ${days(reason.daysSince)} ago`;
    case 'unreviewed':
      return 'Finished by your own word: a mentor’s counts more';
    case 'unattested':
      return 'Covered, and a mentor may attest it';
  }
}
