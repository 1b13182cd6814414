import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { Avatar } from '../../ui/avatar';
import { Column, Columns } from '../../ui/columns';
import { days } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { PersonName } from '../../ui/person-name';
import { Plate } from '../../ui/plate';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { levelQuery } from '../curriculum/curriculum-queries';
import { enrollmentQuery } from '../enrollments/enrollment-queries';
import { Waivers } from '../enrollments/waivers';
import { PlanAgenda } from '../plans/plan-agenda';
import { PlanChanges } from '../plans/plan-changes';
import { planQuery } from '../plans/plan-queries';
import { EntryList } from '../progress/entry-list';
import { StudyCharts } from '../progress/study-charts';
import { StudySums } from '../progress/study-sums';
import { studyEntriesQuery } from '../progress/progress-queries';
import { EvidenceReviews } from './evidence-reviews';
import { learnerQuery } from './learner-queries';
import { reasonWords } from './reason-words';
import { MentoredReadiness } from './mentored-readiness';
import { SignOffs } from './sign-offs';

/** One learner as their mentor sees them: why to get in touch, readiness, days, the log and the plan. */
export default function LearnerPage() {
  const { enrollmentId } = useParams({ strict: false });
  const query = useQuery(enrollmentQuery(enrollmentId ?? ''));
  return (
    <QueryRegion query={query} what="The learner">
      {(enrollment) => <Whole enrollment={enrollment} />}
    </QueryRegion>
  );
}

function Whole({ enrollment }: { enrollment: Enrollment }) {
  const { learner, level, daysToExam } = enrollment;
  const exam = daysToExam > 0 ? `exam in ${days(daysToExam)}` : daysToExam === 0 ? 'exam today' : 'exam over';
  return (
    <>
      <PageHead
        crumb={{ to: '/board', title: 'Board', here: level.title }}
        name={learner.name}
        title={
          <span className="row">
            <Avatar name={learner.name} size="l" /> <PersonName>{learner.name}</PersonName>
          </span>
        }
        lead={`${level.title}, ${exam}`}
      />
      <Reasons enrollment={enrollment} />
      <Columns>
        <Column>
          <MentoredReadiness enrollment={enrollment} />
          <StudySums enrollment={enrollment} />
          <StudyCharts enrollment={enrollment} />
        </Column>
        <Column>
          <Plan enrollment={enrollment} />
          <PlanChanges enrollmentId={enrollment.id} undoableId={null} />
        </Column>
      </Columns>
      <EvidenceReviews enrollment={enrollment} />
      <SignOffs enrollment={enrollment} />
      <Entries enrollment={enrollment} />
      <Section title="Waivers" lead={`Levels that ${learner.name} may begin without what they demand first`}>
        <Waivers accountId={learner.id} name={learner.name} />
      </Section>
    </>
  );
}

function Reasons({ enrollment: { id } }: { enrollment: Enrollment }) {
  const { data: row } = useQuery(learnerQuery(id));
  if (!row || row.reasons.length === 0) return null;
  return (
    <div style={{ marginBottom: 24 }}>
      <Plate compact title={row.reasons.length === 1 ? 'A reason to get in touch' : `${row.reasons.length} reasons to get in touch`}>
        <ul>
          {row.reasons.map((reason) => (
            <li key={reason.kind}>{reasonWords(reason)}</li>
          ))}
        </ul>
      </Plate>
    </div>
  );
}

function Plan({ enrollment: { id } }: { enrollment: Enrollment }) {
  const query = useQuery(planQuery(id));
  return (
    <QueryRegion query={query} what="The plan">
      {(plan) => (
        <Section bare title="Plan">
          <PlanAgenda plan={plan} />
        </Section>
      )}
    </QueryRegion>
  );
}

function Entries({ enrollment: { id, level } }: { enrollment: Enrollment }) {
  const query = useInfiniteQuery(studyEntriesQuery(id));
  const { data: content } = useQuery(levelQuery(level.id));
  const names = new Map([...(content?.skills ?? []), ...(content?.projects ?? [])].map((part) => [part.id, part.title]));
  return (
    <Section title="Latest entries">
      <QueryRegion
        query={query}
        what="The log"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<p className="soft">Nothing logged yet.</p>}
      >
        {({ pages }) => (
          <EntryList
            entries={pages.flatMap(({ items }) => items)}
            goesOn={query.hasNextPage}
            nameOf={({ skillId, projectId }) => names.get(skillId ?? projectId ?? '') ?? 'General study'}
          />
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </Section>
  );
}
