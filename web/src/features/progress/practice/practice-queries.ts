import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import {
  correctPractice,
  deletePractice,
  listPractice,
  listSelfRatings,
  rateSkill,
  recordPractice,
  restorePractice,
  unrateSkill,
} from '@server/progress/practice/practice.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../../api/call';
import { enrollmentKey } from '../../enrollments/enrollment-changes';
import { useProgressChange } from '../progress-queries';

type Result = Sent<typeof recordPractice>['body'];

/** Results of practice exams page by page, the latest first. */
export const practiceQuery = (enrollmentId: string) =>
  infiniteQueryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'practice-results'],
    queryFn: ({ pageParam }) => call(listPractice, { params: { enrollmentId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const selfRatingsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'self-ratings'], queryFn: () => call(listSelfRatings, { params: { enrollmentId } }) });

/** `attempt` is a UUID made here: sending it again counts once. */
export const useRecordPractice = (enrollmentId: string) =>
  useProgressChange(enrollmentId, ({ attempt = uuidv7(), result }: { attempt?: string; result: Result }) =>
    call(recordPractice, { params: { enrollmentId }, headers: { 'idempotency-key': attempt }, body: result }),
  );

export const useCorrectPractice = (enrollmentId: string) =>
  useProgressChange(enrollmentId, ({ resultId, result }: { resultId: string; result: Result }) =>
    call(correctPractice, { params: { enrollmentId, resultId }, body: result }),
  );

export const useDeletePractice = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (resultId: string) => call(deletePractice, { params: { enrollmentId, resultId } }));

export const useRestorePractice = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (resultId: string) => call(restorePractice, { params: { enrollmentId, resultId } }));

/** A rating of today, or null to take the latest back. */
export const useRateSkill = (enrollmentId: string) =>
  useProgressChange(enrollmentId, async ({ skillId, rating }: { skillId: string; rating: number | null }) => {
    if (rating === null) await call(unrateSkill, { params: { enrollmentId, skillId } });
    else await call(rateSkill, { params: { enrollmentId, skillId }, body: { rating } });
  });
