import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  correctStudy,
  deleteStudy,
  finishProject,
  listFinishedProjects,
  listStudyDays,
  listStudyEntries,
  reopenProject,
  restoreStudy,
} from '@server/progress/progress.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';
import { enrollmentChanged, enrollmentKey } from '../enrollments/enrollment-changes';
import { logOrKeep } from './outbox/outbox';
import type { Study } from './outbox/outbox-entry';

export const studyDaysQuery = (enrollmentId: string, span: { from?: string; to?: string } = {}) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'study-days', span],
    queryFn: () => call(listStudyDays, { params: { enrollmentId }, query: span }),
  });

/** The log page by page, the latest first; all of it, or what a search leaves. */
export const studyEntriesQuery = (enrollmentId: string, filter: Sent<typeof listStudyEntries>['query'] = {}) =>
  infiniteQueryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'study-entries', filter],
    queryFn: ({ pageParam }) => call(listStudyEntries, { params: { enrollmentId }, query: { ...filter, limit: 25, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const finishedProjectsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'finished-projects'], queryFn: () => call(listFinishedProjects, { params: { enrollmentId } }) });

/** What a write of the study log makes stale: everything of its enrollment. */
export function useProgressChange<Input, Answer>(enrollmentId: string, change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useLastingMutation({ mutationFn: change, onSuccess: () => enrollmentChanged(queries, enrollmentId) });
}

/**
 * Logs a stretch of study, or keeps it on this device until there is a network. `attempt` is a UUIDv7 made here: sending it again counts
 * once. `title` says what it is while it waits.
 */
export const useLogStudy = (enrollmentId: string) =>
  useProgressChange(enrollmentId, ({ attempt, study, title }: { attempt: string; study: Study; title: string }) =>
    logOrKeep(enrollmentId, attempt, study, title),
  );

export const useCorrectStudy = (enrollmentId: string) =>
  useProgressChange(enrollmentId, ({ entryId, study }: { entryId: string; study: Omit<Study, 'source'> }) =>
    call(correctStudy, { params: { enrollmentId, entryId }, body: study }),
  );

export const useDeleteStudy = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (entryId: string) => call(deleteStudy, { params: { enrollmentId, entryId } }));

export const useRestoreStudy = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (entryId: string) => call(restoreStudy, { params: { enrollmentId, entryId } }));

export const useFinishProject = (enrollmentId: string) =>
  useProgressChange(enrollmentId, ({ projectId, on }: { projectId: string; on?: string }) =>
    call(finishProject, { params: { enrollmentId, projectId }, query: on === undefined ? {} : { on } }),
  );

export const useReopenProject = (enrollmentId: string) =>
  useProgressChange(enrollmentId, (projectId: string) => call(reopenProject, { params: { enrollmentId, projectId } }));
