import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  completeOutcome,
  endPause,
  listEnrollmentChanges,
  listOutcomes,
  pause,
  recertify,
  removeOutcome,
  setRetake,
  type PauseInput,
} from '@server/enrollments/life/life.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../api/call';
import { enrollmentKey } from './enrollment-changes';
import { useChange } from './enrollment-queries';

export const outcomesQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'outcomes'], queryFn: () => call(listOutcomes, { params: { enrollmentId } }) });

export const changesQuery = (enrollmentId: string) =>
  infiniteQueryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'changes'],
    queryFn: ({ pageParam }) => call(listEnrollmentChanges, { params: { enrollmentId }, query: { limit: 10, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

type PauseWish = Partial<PauseInput>;

export const usePause = (enrollmentId: string) => useChange(enrollmentId, (body: PauseWish) => call(pause, { params: { enrollmentId }, body }));

export const useEndPause = (enrollmentId: string) => useChange(enrollmentId, () => call(endPause, { params: { enrollmentId } }));

export const useCompleteOutcome = (enrollmentId: string) =>
  useChange(enrollmentId, ({ outcomeId, ...body }: Sent<typeof completeOutcome>['body'] & { outcomeId: string }) =>
    call(completeOutcome, { params: { enrollmentId, outcomeId }, body }),
  );

/** Removes the exam result that was recorded last; the enrollment is active again. */
export function useUndoOutcome(enrollmentId: string): () => Promise<unknown> {
  const remove = useChange(enrollmentId, async () => {
    const { items } = await call(listOutcomes, { params: { enrollmentId } });
    const latest = [...items].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
    return latest && call(removeOutcome, { params: { enrollmentId, outcomeId: latest.id } });
  });
  return () => remove.mutateAsync(undefined);
}

export const useSetRetake = (enrollmentId: string) =>
  useChange(enrollmentId, (examOn: string) => call(setRetake, { params: { enrollmentId }, body: { examOn } }));

export const useRecertify = (enrollmentId: string) =>
  useChange(enrollmentId, (examOn: string) => call(recertify, { params: { enrollmentId }, body: { examOn } }));
