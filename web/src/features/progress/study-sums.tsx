import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { Facts } from '../../ui/facts';
import { count, duration, weekStart } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { planQuery } from '../plans/plan-queries';
import { studyDaysQuery } from './progress-queries';

/** What study comes to, this week against its plan, and in all. */
export function StudySums({ enrollment: { id, today } }: { enrollment: Enrollment }) {
  const query = useQuery(studyDaysQuery(id));
  const { data: plan } = useQuery(planQuery(id));
  const ofWeek = (days: readonly { date: string; minutes: number }[]) =>
    days.filter(({ date }) => weekStart(date) === weekStart(today)).reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <QueryRegion query={query} what="Study days">
      {({ items, totalMinutes, totalDays }) => (
        <Facts
          facts={[
            { name: 'This week', value: duration(ofWeek(items)), ...(plan && { note: `of ${duration(ofWeek(plan.items))} planned` }) },
            { name: 'Studied in all', value: duration(totalMinutes) },
            { name: 'Study days', value: count(totalDays) },
          ]}
        />
      )}
    </QueryRegion>
  );
}
