import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { listAccounts, setAccountRoles } from '@server/users/users.contract';
import { call } from '../../api/call';

export const accountsQuery = (filter: { search?: string; accountRole?: AccountRole }) =>
  infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam }) => call(listAccounts, { query: { ...filter, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export function useSetAccountRoles() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, accountRoles }: { accountId: string; accountRoles: AccountRole[] }) =>
      call(setAccountRoles, { params: { accountId }, body: { accountRoles } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}
