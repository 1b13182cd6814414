import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { OwnPlan } from './own-plan';

/** The preparation plan of the level that is being prepared for. */
export default function PlanPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="The plan">
      {() =>
        current ? (
          <>
            <EnrollmentSwitch current={current} />
            <OwnPlan key={current.id} enrollment={current} />
          </>
        ) : (
          <>
            <PageHead title="Plan" />
            <Empty title="No plan yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Pick a level, an exam date and your usual week. The plan takes a minute.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}
