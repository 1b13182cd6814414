import { infiniteQueryOptions } from '@tanstack/react-query';
import { listAuditEntries } from '@server/platform/audit/audit.contract';
import { call } from '../../api/call';

export interface AuditFilter {
  act?: string | undefined;
  /** Everything that involves this person. */
  person?: string | undefined;
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-entries', filter],
    queryFn: ({ pageParam }) => call(listAuditEntries, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
