import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { Facts } from '../../ui/facts';
import { days, duration, weekStart } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { planQuery } from '../plans/plan-queries';
import { studyDaysQuery } from './progress-queries';
import { consistencyFact, rowFact, type Steadiness } from './steady-words';

interface Props {
  enrollment: Enrollment;
  /** Known to the learner alone. */
  steadiness?: Steadiness;
}

/** How steadily one studies, and what it comes to: this week against its plan, and in all. */
export function StudySums({ enrollment: { id, today }, steadiness }: Props) {
  const query = useQuery(studyDaysQuery(id));
  const { data: plan } = useQuery(planQuery(id));
  const ofWeek = (dates: readonly { date: string; minutes: number }[]) =>
    dates.filter(({ date }) => weekStart(date) === weekStart(today)).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <QueryRegion query={query} what="Study days">
      {({ items, totalMinutes, totalDays }) => (
        <Facts
          facts={[
            ...(steadiness
              ? [
                  { name: 'Consistency', ...consistencyFact(steadiness) },
                  { name: 'In a row', ...rowFact(steadiness) },
                ]
              : []),
            { name: 'This week', value: duration(ofWeek(items)), ...(plan && { note: `of ${duration(ofWeek(plan.items))} planned` }) },
            { name: 'Studied in all', value: duration(totalMinutes), note: `on ${days(totalDays)}` },
          ]}
        />
      )}
    </QueryRegion>
  );
}
