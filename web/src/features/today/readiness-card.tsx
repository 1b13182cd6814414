import { chancePercent } from '@server/platform/percent.contract';
import type { Today } from '@server/today/today.contract';
import { BandChip } from '../../ui/band-chip';
import { MiniStaff } from '../../ui/mini-staff';
import { ButtonLink } from '../../ui/button-link';
import { dayShort } from '../../ui/format';
import { Score } from '../../ui/score';
import { Card, Section } from '../../ui/section';
import { Bar, Skeletons } from '../../ui/skeleton';
import { rangeWords } from '../readiness/chance-words';
import { wantingWords, weekWords } from '../readiness/score-words';
import classes from './readiness-card.module.css';

interface Props {
  page: Today;
  /** What was logged is not in the score yet. */
  isWaiting: boolean;
}

/** How ready, with its range; before the first score it says what it waits for. */
export function ReadinessCard({ page: { readiness }, isWaiting }: Props) {
  const { state, score, low, high, band, change, wanting, chance } = readiness;
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
      <Score
        value={value}
        note={isWaiting ? 'Working in what you logged' : weekWords(change)}
        wanting={
          <>
            <b className="b">{wantingWords(wanting)}</b> <span className="soft">Then there is enough to say.</span>
          </>
        }
      />
      {chance && (
        <div className={classes.chance}>
          <div>
            <div className="sm soft">Chance to pass on {dayShort(chance.examOn)}</div>
            <div className="num">
              <b className={classes.percent}>{chancePercent(chance.probability)}%</b> <span className="sm soft">somewhere from {rangeWords(chance)}</span>
            </div>
          </div>
          <ButtonLink to="/readiness" variant="subtle" size="sm" mih={44}>
            See why
          </ButtonLink>
        </div>
      )}
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
