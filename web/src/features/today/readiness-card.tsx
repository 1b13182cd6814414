import type { Today } from '@server/today/today.contract';
import { BandChip } from '../../ui/band-chip';
import { MiniStaff } from '../../ui/mini-staff';
import { days } from '../../ui/format';
import { Score } from '../../ui/score';
import { Card, Section } from '../../ui/section';
import { Bar, Skeletons } from '../../ui/skeleton';
import classes from './readiness-card.module.css';

interface Props {
  page: Today;
  /** What was logged is not in the score yet. */
  isWaiting: boolean;
}

/** How ready, with its range; before the first score it says what it waits for. */
export function ReadinessCard({ page: { readiness }, isWaiting }: Props) {
  const { state, score, low, high, band, change, wanting } = readiness;
  if (state === 'computing')
    return (
      <Card title="Readiness" aside={<span className="sm soft">{isWaiting ? 'Working it out' : 'Comes in a moment'}</span>}>
        <Skeletons label="Working out your readiness">
          <Bar width={96} height={48} />
          <Bar height={12} />
          <Bar width="60%" />
        </Skeletons>
      </Card>
    );
  const value = score === null || low === null || high === null ? null : { score, low, high };
  return (
    <Card title="Readiness" aside={<BandChip band={band} />}>
      <Score value={value} note={isWaiting ? 'Working in what you logged' : changed(change)} wanting={<Wanting studyDays={wanting?.studyDays ?? 1} />} />
      {value && (
        <div className={classes.inCard}>
          <SkillsInBrief skills={readiness.skills} />
        </div>
      )}
    </Card>
  );
}

/** On the phone further down: there the score and the act come first. */
export function SkillsBelow({ page: { readiness } }: Pick<Props, 'page'>) {
  if (readiness.score === null) return null;
  return (
    <Section className={classes.below ?? ''} title="Skill by skill">
      <SkillsInBrief skills={readiness.skills} />
    </Section>
  );
}

function SkillsInBrief({ skills }: { skills: Today['readiness']['skills'] }) {
  return (
    <ul className={classes.skills} aria-label="Readiness by skill">
      {skills.map((skill) => (
        <li key={skill.skillId}>
          <span className={classes.skill}>{skill.title}</span>
          <MiniStaff value={skill} />
          <b className="num">{skill.score}</b>
        </li>
      ))}
    </ul>
  );
}

const changed = (change: number | null) =>
  change === null ? 'Your first week' : change === 0 ? 'As a week ago' : `${change > 0 ? 'Up' : 'Down'} ${Math.abs(change)} since last week`;

const Wanting = ({ studyDays }: { studyDays: number }) => (
  <>
    <b className="b">
      {days(studyDays)
        .replace(/^1 day/, 'One more study day')
        .replace(/ days$/, ' more study days')}
      .
    </b>{' '}
    <span className="soft">Then there is enough to say.</span>
  </>
);
