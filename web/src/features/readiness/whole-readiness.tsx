import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { Readiness } from '@server/readiness/readiness.contract';
import { Column, Columns } from '../../ui/columns';
import { Failed } from '../../ui/failed';
import { Section } from '../../ui/section';
import { ChartSkeleton } from '../../ui/skeleton';
import { ChanceWhy } from './chance-why';
import { ExamAdvice } from './forecast/exam-advice';
import { mayForecast } from './forecast/may-forecast';
import { WayAhead } from './forecast/way-ahead';
import { NextActions } from './next-actions';
import { ReasonFirst } from './reason-first';
import { useForecast } from './readiness-queries';
import { ScoreAndChance } from './score-and-chance';
import { SkillParts } from './skill-parts';

/** All that is known of how ready somebody is: the main reason first, both answers, the way ahead, why, and what moves it. */
export function WholeReadiness({ readiness, enrollment }: { readiness: Readiness; enrollment: Enrollment }) {
  const { score, chance, nextActions, history, computedAt } = readiness;
  const { today, examOn } = enrollment;
  const isForecast = mayForecast(readiness, enrollment);
  const forecast = useForecast(enrollment.id, computedAt, isForecast);
  return (
    <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
      <ReasonFirst readiness={readiness} today={today} />
      <ScoreAndChance readiness={readiness} examOn={examOn} today={today} />
      {forecast.data && <ExamAdvice forecast={forecast.data} />}
      {isForecast && forecast.isPending ? (
        <ChartSkeleton height={300} />
      ) : isForecast && forecast.error ? (
        <Failed what="The forecast" error={forecast.error} again={() => void forecast.refetch()} />
      ) : (
        (history.length > 0 || forecast.data) && <WayAhead readiness={readiness} forecast={forecast.data ?? null} today={today} examOn={examOn} />
      )}
      <Columns>
        <Column>
          <Section title={score === null ? 'Skill by skill' : `Why ${score}, skill by skill`}>
            <SkillParts enrollmentId={enrollment.id} readiness={readiness} />
          </Section>
        </Column>
        <Column>
          <NextActions actions={nextActions} title="What moves it" levelId={enrollment.level.id} mentor={enrollment.mentor?.name} />
          {chance && <ChanceWhy chance={chance} />}
          <p className="xs soft">
            The score counts what you studied against the time expected, projects, practice, your own rating and sign-offs, less what fades from memory. The
            chance says how many with such signs pass, as far as exams so far have taught. Both stand inside a range, and neither is a promise.
          </p>
        </Column>
      </Columns>
    </div>
  );
}
