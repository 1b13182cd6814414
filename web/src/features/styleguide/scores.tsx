import { BandChip } from '../../ui/band-chip';
import { Chip } from '../../ui/chip';
import { ClockIcon, LockIcon, PinIcon } from '../../ui/icons';
import { KindMark, kindWord, type Kind } from '../../ui/kind-mark';
import { MiniStaff } from '../../ui/mini-staff';
import { RiskChip } from '../../ui/risk-chip';
import { Score } from '../../ui/score';
import { Card } from '../../ui/section';
import { ScoreSkeleton } from '../../ui/skeleton';
import { SkillBar } from '../../ui/skill-bar';
import { Sparkline } from '../../ui/sparkline';
import { Specimen } from './specimen';
import classes from './styleguide.module.css';

const KINDS: readonly Kind[] = ['study', 'review', 'project', 'practice', 'exam'];

/** States, the score with its range, and the skills it is made of. */
export function Scores() {
  return (
    <>
      <Specimen title="States" lead="A shape and a word each; colour only helps.">
        <div className={classes.line}>
          <BandChip band="too-early" />
          <BandChip band="building" />
          <BandChip band="near" />
          <BandChip band="ready" />
          <RiskChip>Silent for 6 days</RiskChip>
          <Chip tone="signal" icon={<ClockIcon size="s" />}>
            Exam in 5 days
          </Chip>
          <Chip tone="accent">+3</Chip>
          <Chip tone="outline" icon={<LockIcon size="s" />}>
            Locked
          </Chip>
          <Chip icon={<PinIcon size="s" />}>Fixed</Chip>
        </div>
        <div className={classes.line}>
          {KINDS.map((kind) => (
            <span key={kind} className="row sm soft">
              <KindMark kind={kind} silent />
              {kindWord(kind)}
            </span>
          ))}
        </div>
      </Specimen>
      <Specimen title="Score with range" lead="A number never stands without its range.">
        <div className={classes.two}>
          <Card title="Rich evidence" aside={<BandChip band="ready" />}>
            <Score size="m" value={{ score: 81, low: 78, high: 84 }} />
          </Card>
          <Card title="Thin evidence" aside={<BandChip band="building" />}>
            <Score size="m" value={{ score: 38, low: 20, high: 57 }} />
          </Card>
          <Card title="As on Today" aside={<BandChip band="near" />}>
            <Score value={{ score: 64, low: 57, high: 70 }} note="Up 6 since last Tuesday" />
          </Card>
          <Card title="A chance" aside={<span className="soft">in percent</span>}>
            <Score name="Chance to pass" unit="percent" goal={null} value={{ score: 71, low: 60, high: 80 }} />
          </Card>
          <Card title="Not enough yet" aside={<BandChip band="too-early" />}>
            <Score
              value={null}
              wanting={
                <>
                  <b className="b">Four more study days, or one practice exam.</b> <span className="soft">Then there is enough to say.</span>
                </>
              }
            />
          </Card>
          <ScoreSkeleton />
        </div>
        <div className={classes.line}>
          {[
            { score: 64, low: 57, high: 70 },
            { score: 41, low: 25, high: 58 },
            { score: 86, low: 82, high: 90 },
          ].map((value) => (
            <span key={value.score} style={{ width: 160 }}>
              <MiniStaff value={value} />
            </span>
          ))}
          <Sparkline values={[40, 43, 42, 48, 51, 50, 56, 60]} width={84} />
        </div>
      </Specimen>
      <Specimen title="Skill bar" lead="Points add up to the score.">
        <Card title="Why 64, skill by skill">
          <ul>
            <SkillBar title="Experiment tracking" note="15 of 20 points. Signed off by your mentor" value={{ score: 76, low: 70, high: 81 }} />
            <SkillBar title="Data and model tests" note="10 of 20 points. Little to go on, so the range is wide" value={{ score: 49, low: 35, high: 62 }} />
            <SkillBar title="Model security" note="Nothing logged yet" value={null} />
            <SkillBar total title="Together" note="Each skill counts by its share of the exam" value={{ score: 64, low: 57, high: 70 }} />
          </ul>
        </Card>
      </Specimen>
    </>
  );
}
