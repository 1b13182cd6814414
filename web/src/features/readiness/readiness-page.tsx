import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Chip } from '../../ui/chip';
import { Empty } from '../../ui/empty';
import { days, whenOf } from '../../ui/format';
import { ClockIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { ModelChangeNote } from './model-change-note';
import { readinessQuery } from './readiness-queries';
import { WholeReadiness } from './whole-readiness';

/** How ready for the level, with its range, what it is made of, and what moves it. */
export default function ReadinessPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="Readiness">
      {() =>
        current ? (
          <>
            <EnrollmentSwitch current={current} />
            <OfEnrollment enrollment={current} />
          </>
        ) : (
          <>
            <PageHead title="Readiness" />
            <Empty title="Nothing to measure yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level and log a few study days. Then there is enough to say.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery(readinessQuery(enrollment.id));
  return (
    <QueryRegion query={query} what="Readiness">
      {(readiness) => (
        <>
          <PageHead
            title="Readiness"
            lead={`${enrollment.level.title}, ${readiness.computedAt ? `worked out ${whenOf(readiness.computedAt, enrollment.timeZone)}` : 'being worked out'}`}
            aside={
              enrollment.daysToExam >= 0 && (
                <Chip tone="outline" icon={<ClockIcon size="s" />}>
                  {days(enrollment.daysToExam)} to the exam
                </Chip>
              )
            }
          />
          {readiness.modelChange && <ModelChangeNote enrollmentId={enrollment.id} change={readiness.modelChange} />}
          <WholeReadiness readiness={readiness} enrollment={enrollment} />
        </>
      )}
    </QueryRegion>
  );
}
