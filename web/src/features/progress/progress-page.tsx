import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Columns } from '../../ui/columns';
import { PageHead } from '../../ui/page-head';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { StudyLog } from './log/study-log';
import { LogDrawer } from './log-drawer';
import { OfCurrent } from './of-current';
import { PracticeBrief } from './practice/practice-brief';
import classes from './progress-page.module.css';
import { ProjectsDone } from './projects-done';
import { Steadiness } from './steadiness';
import { StudyCharts } from './study-charts';

/** What was studied, as charts with their tables, and every entry, to find, correct and delete. */
export default function ProgressPage() {
  return <OfCurrent what="Progress">{(enrollment) => <Whole enrollment={enrollment} />}</OfCurrent>;
}

function Whole({ enrollment }: { enrollment: Enrollment }) {
  const [isOpen, setOpen] = useState(false);
  const { id, level, today } = enrollment;
  const acts = (
    <>
      <ButtonLink to="/progress/import" variant="default">
        Add past days
      </ButtonLink>
      <Button onClick={() => setOpen(true)}>Log study</Button>
    </>
  );
  return (
    <>
      <PageHead title="Progress" lead={level.title} aside={acts} />
      <EnrollmentSwitch current={enrollment} />
      <Steadiness enrollment={enrollment} />
      <div className={classes.parts}>
        <StudyCharts enrollment={enrollment} />
        <Columns even>
          <ProjectsDone enrollment={enrollment} />
          <PracticeBrief enrollment={enrollment} />
        </Columns>
        <StudyLog enrollment={enrollment} />
      </div>
      <LogDrawer enrollmentId={id} levelId={level.id} today={today} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
