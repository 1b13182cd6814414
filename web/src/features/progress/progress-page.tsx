import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { WEEKDAYS } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { Facts } from '../../ui/facts';
import { addDays, count, duration, minutesOf, weekdayAndDay, weekdayOf, weekStart } from '../../ui/format';
import { Heatmap } from '../../ui/heatmap';
import { DeleteIcon, EditIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { WeekBars } from '../../ui/week-bars';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { EntryList, type Entry } from './entry-list';
import { LogDrawer } from './log-drawer';
import classes from './progress-page.module.css';
import { ProjectsDone } from './projects-done';
import { allStudyEntriesQuery, studyDaysQuery, useDeleteStudy, useRestoreStudy } from './progress-queries';

const WEEKS = 12;

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
      <StudyCharts enrollment={enrollment} />
      <ProjectsDone enrollment={enrollment} />
      <Entries enrollment={enrollment} />
      <LogDrawer enrollmentId={id} levelId={level.id} today={today} opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

/** Days and weeks as charts; for the learner, and for a mentor who may read them. */
export function StudyCharts({ enrollment }: { enrollment: Enrollment }) {
  const { id, today, availability } = enrollment;
  const from = addDays(weekStart(today), -7 * (WEEKS - 1));
  const query = useQuery(studyDaysQuery(id));
  const restDays = new Set(WEEKDAYS.flatMap((day, index) => (availability[day] === 0 ? [index] : [])));
  const plannedWeek = WEEKDAYS.reduce((sum, day) => sum + availability[day], 0);
  return (
    <QueryRegion query={query} what="Study days">
      {({ items, totalMinutes, totalDays }) => {
        const shown = items.filter(({ date }) => date >= from);
        const weeks = Array.from({ length: WEEKS }, (_, i) => {
          const start = addDays(from, 7 * i);
          const minutes = shown.filter(({ date }) => weekStart(date) === start).reduce((sum, day) => sum + day.minutes, 0);
          return { from: start, minutes, plannedMinutes: addDays(start, 6) < enrollment.startedOn ? undefined : plannedWeek };
        });
        return (
          <>
            <Facts
              facts={[
                { name: 'Studied in all', value: duration(totalMinutes) },
                { name: 'Study days', value: count(totalDays) },
                { name: 'This week', value: duration(weeks.at(-1)?.minutes ?? 0), note: `of ${duration(plannedWeek)} a usual week` },
              ]}
            />
            <div className={classes.charts}>
              <Section title="Study days">
                <Heatmap days={shown} today={today} from={from} isRest={(date) => restDays.has(weekdayOf(date))} />
              </Section>
              <Section title="Minutes a week" lead="The line is your usual week.">
                <WeekBars weeks={weeks} />
              </Section>
            </div>
          </>
        );
      }}
    </QueryRegion>
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
