import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { BandChip } from '../../ui/band-chip';
import { dayAndMonth } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Score } from '../../ui/score';
import { Section } from '../../ui/section';
import { asPeople, noChanceWords, onScale } from '../readiness/chance-words';
import { ChanceWhy } from '../readiness/chance-why';
import { readinessQuery } from '../readiness/readiness-queries';
import { ReasonFirst } from '../readiness/reason-first';
import { wantingWords, weekWords } from '../readiness/score-words';
import { SkillParts } from '../readiness/skill-parts';

/** A learner's readiness as they see it themselves: both answers with their ranges, why, and skill by skill. */
export function MentoredReadiness({ enrollment: { id, today } }: { enrollment: Enrollment }) {
  const query = useQuery(readinessQuery(id));
  return (
    <QueryRegion query={query} what="Readiness">
      {(readiness) => {
        const { state, score, low, high, band, change, wanting, chance, noChance } = readiness;
        const onExam = chance ? `Chance to pass on ${dayAndMonth(chance.examOn, today)}` : 'Chance to pass';
        return (
          <>
            <Section bare title="Readiness" aside={<BandChip band={band} />}>
              <div className="stack">
                <ReasonFirst readiness={readiness} today={today} />
                <Score
                  size="m"
                  value={score === null || low === null || high === null ? null : { score, low, high }}
                  note={change === null ? undefined : weekWords(change)}
                  wanting={state === 'computing' ? 'Being worked out.' : `${wantingWords(wanting)} Then there is enough to say.`}
                />
                <h3>{onExam}</h3>
                <Score
                  size="m"
                  name={onExam}
                  unit="percent"
                  goal={null}
                  range="Somewhere from"
                  value={chance && onScale(chance)}
                  note={chance && asPeople(chance)}
                  wanting={<span className="soft">{noChanceWords(noChance ?? 'too-early', false)}</span>}
                />
              </div>
            </Section>
            {chance && <ChanceWhy chance={chance} isOwn={false} />}
            <Section title={score === null ? 'Skill by skill' : `Why ${score}, skill by skill`}>
              <SkillParts enrollmentId={id} readiness={readiness} isOwn={false} />
            </Section>
          </>
        );
      }}
    </QueryRegion>
  );
}
