import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { nothingToForecast, type Forecast } from '@server/readiness/forecast/forecast.contract';
import { isRefusal } from '../../../api/refusal';
import { ButtonLink } from '../../../ui/button-link';
import { Empty } from '../../../ui/empty';
import { dayAndMonth } from '../../../ui/format';
import { PageHead } from '../../../ui/page-head';
import { Plate } from '../../../ui/plate';
import { QueryRegion } from '../../../ui/query-region';
import { CardSkeleton } from '../../../ui/skeleton';
import { useCurrentEnrollment } from '../../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../../enrollments/enrollment-queries';
import { mostAWeek, weekMinutes } from '../../enrollments/week-words';
import { forecastQuery } from '../readiness-queries';
import { ExamOptions } from './exam-options';
import { adviceOf, decisionLead, wayWords } from './forecast-words';

const CRUMB = { to: '/readiness', title: 'Readiness', here: 'Exam date' };

/** Keep the exam date, study more or move it: what each would mean, side by side, and the way to do it. */
export default function ExamDatePage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="The exam date">
      {() =>
        current ? (
          <OfEnrollment key={current.id} enrollment={current} />
        ) : (
          <>
            <PageHead title="Keep or move the exam" crumb={CRUMB} />
            <Empty title="No exam yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level and an exam date first. What another date would mean shows here then.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery(forecastQuery(enrollment.id));
  const refusal = isRefusal(query.error, nothingToForecast) ? query.error : null;
  return (
    <>
      <PageHead
        crumb={CRUMB}
        title={query.data ? `Keep or move ${dayAndMonth(query.data.examOn, query.data.today)}?` : 'Keep or move the exam'}
        lead={query.data ? decisionLead(query.data) : enrollment.level.title}
      />
      <EnrollmentSwitch current={enrollment} />
      {refusal ? (
        <Empty title="Nothing to weigh yet" action={<ButtonLink to="/readiness">See your readiness</ButtonLink>}>
          {refusal.message}
        </Empty>
      ) : (
        <QueryRegion query={query} what="The forecast" waiting={<CardSkeleton rows={5} height={360} />}>
          {(forecast) => <Whole forecast={forecast} enrollment={enrollment} />}
        </QueryRegion>
      )}
    </>
  );
}

function Whole({ forecast, enrollment }: { forecast: Forecast; enrollment: Enrollment }) {
  const { title, why } = adviceOf(forecast);
  const mayTry = enrollment.state === 'active' && forecast.daysToExam > 0;
  return (
    <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
      <Plate compact eyebrow="What the numbers advise" title={title}>
        <p>{why}</p>
      </Plate>
      <ExamOptions forecast={forecast} mayTry={mayTry} />
      <div className="row wrap" style={{ gap: '12px 24px' }}>
        <p className="sm soft grow" style={{ flexBasis: 320 }}>
          {wayWords(forecast)} Each chance is how many with such signs pass, inside its range; a later date is no promise, and neither is this one. What the
          numbers do not know, such as a fee for moving, is yours to weigh. What a way takes is an average{' '}
          {forecast.plan ? 'of what is planned' : 'of what you logged'}; in your usual week you set aside {mostAWeek(weekMinutes(enrollment.availability))}.
        </p>
        {mayTry && (
          <ButtonLink to="/plan" search={{ examOn: forecast.examOn }} variant="default">
            Try any other date
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
