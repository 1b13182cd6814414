import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { StudyLog } from './log/study-log';
import { LogDrawer } from './log-drawer';
import classes from './progress-page.module.css';
import { ProjectsDone } from './projects-done';
import { StudyCharts } from './study-charts';
import { StudySums } from './study-sums';

/** What was studied: days as a heatmap, minutes a week against the plan, and every entry, to correct or delete. */
export default function ProgressPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="Progress">
      {() =>
        current ? (
          <OfEnrollment key={current.id} enrollment={current} />
        ) : (
          <>
            <PageHead title="Progress" />
            <Empty title="Nothing logged yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level first. What you study then shows here, day by day.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const [isOpen, setOpen] = useState(false);
  const { id, level, today } = enrollment;
  return (
    <>
      <PageHead title="Progress" lead={level.title} aside={<Button onClick={() => setOpen(true)}>Log study</Button>} />
      <EnrollmentSwitch current={enrollment} />
      <StudySums enrollment={enrollment} />
      <div className={classes.parts}>
        <StudyCharts enrollment={enrollment} />
      </div>
      <ProjectsDone enrollment={enrollment} />
      <StudyLog enrollment={enrollment} />
      <LogDrawer enrollmentId={id} levelId={level.id} today={today} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
