import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { searchCurricula } from '@server/curriculum/search.contract';
import { call } from '../../api/call';

/** What was found a moment ago is still there when one goes back a letter. */
const FRESH_MS = 60_000;

export const searchQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['search', q, limit],
    queryFn: ({ signal }) => call(searchCurricula, { query: { q, limit } }, { signal }),
    enabled: q !== '',
    staleTime: FRESH_MS,
  });

/** While the next is asked for, what was found before stays in its place. */
export const steadySearchQuery = (q: string, limit: number) => queryOptions({ ...searchQuery(q, limit), placeholderData: keepPreviousData });
