import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { minutesOf, weekdayAndDay } from '../../ui/format';
import { DeleteIcon, EditIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { EntryList, type Entry } from './entry-list';
import { LogDrawer } from './log-drawer';
import classes from './progress-page.module.css';
import { ProjectsDone } from './projects-done';
import { allStudyEntriesQuery, useDeleteStudy, useRestoreStudy } from './progress-queries';
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
      <Entries enrollment={enrollment} />
      <LogDrawer enrollmentId={id} levelId={level.id} today={today} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Entries({ enrollment }: { enrollment: Enrollment }) {
  const { id, level, today } = enrollment;
  const query = useInfiniteQuery(allStudyEntriesQuery(id));
  const { data: content } = useQuery(levelQuery(level.id));
  const [entry, setEntry] = useState<Entry>();
  const remove = useDeleteStudy(id);
  const restore = useRestoreStudy(id);
  const names = new Map([...(content?.skills ?? []), ...(content?.projects ?? [])].map((part) => [part.id, part.title]));
  const named = ({ skillId, projectId }: Entry) => names.get(skillId ?? projectId ?? '') ?? 'The level as a whole';
  const drop = (gone: Entry) => {
    remove.mutate(gone.id, { onSuccess: () => toast(`${minutesOf(gone.minutes)} deleted`, () => restore.mutate(gone.id)) });
  };
  return (
    <Section title="What you logged">
      <QueryRegion
        query={query}
        what="The log"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          <Empty bare title="Nothing logged yet">
            Log your first study from Today, or here.
          </Empty>
        }
      >
        {({ pages }) => (
          <EntryList
            entries={pages.flatMap(({ items }) => items)}
            goesOn={query.hasNextPage}
            nameOf={named}
            acts={(row) => (
              <span className="row">
                <ActionIcon aria-label={`Correct ${minutesOf(row.minutes)} on ${weekdayAndDay(row.date)}`} onClick={() => setEntry(row)}>
                  <EditIcon />
                </ActionIcon>
                <ActionIcon aria-label={`Delete ${minutesOf(row.minutes)} on ${weekdayAndDay(row.date)}`} onClick={() => drop(row)}>
                  <DeleteIcon />
                </ActionIcon>
              </span>
            )}
          />
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      )}
      {entry && <LogDrawer enrollmentId={id} levelId={level.id} today={today} opened onClose={() => setEntry(undefined)} entry={entry} />}
    </Section>
  );
}
