import { queryOptions } from '@tanstack/react-query';
import { listSkillTimes, listStudyTotals, listStudyWeeks, readExpectedStudy } from '@server/progress/history/study-times.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-changes';

export const studyWeeksQuery = (enrollmentId: string, from: string) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'study-weeks', from],
    queryFn: () => call(listStudyWeeks, { params: { enrollmentId }, query: { from } }),
  });

export const skillTimesQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'skill-times'], queryFn: () => call(listSkillTimes, { params: { enrollmentId } }) });

/** What was studied in all by each date, and what was expected by then. */
export const effortQuery = (enrollmentId: string, from: string) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'effort', from],
    queryFn: async () => {
      const [{ items: totals }, expected] = await Promise.all([
        call(listStudyTotals, { params: { enrollmentId }, query: { from } }),
        call(readExpectedStudy, { params: { enrollmentId } }),
      ]);
      return { totals, expected };
    },
  });
