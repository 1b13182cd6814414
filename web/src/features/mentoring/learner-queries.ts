import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listLearners, readLearner } from '@server/mentoring/mentoring.contract';
import { call } from '../../api/call';
import { firstCharacters, MAX_SEARCH } from '../../ui/text-limit';
import { STAYS_FRESH_MS } from '../enrollments/enrollment-changes';

export const learnersQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['learners', search],
    queryFn: ({ pageParam }) =>
      call(listLearners, { query: { ...(search && { search: firstCharacters(search, MAX_SEARCH) }), ...(pageParam && { cursor: pageParam }) } }),
    // While a new search loads, the previous results stay.
    placeholderData: keepPreviousData,
    refetchInterval: STAYS_FRESH_MS,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const learnerQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: ['learners', 'one', enrollmentId],
    queryFn: () => call(readLearner, { params: { enrollmentId } }),
    refetchInterval: STAYS_FRESH_MS,
  });
