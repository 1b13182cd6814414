import { infiniteQueryOptions, keepPreviousData, useQueryClient } from '@tanstack/react-query';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { confirmEmailOf } from '@server/users/email-confirmations/email-confirmations.contract';
import { deactivateAccount, reactivateAccount } from '@server/users/deactivation/deactivation.contract';
import { sendPasswordLink } from '@server/users/password-links/password-links.contract';
import { listAccounts, setAccountRoles, type AccountState, type RolesChange } from '@server/users/users.contract';
import { call } from '../../api/call';
import { firstCharacters, MAX_SEARCH } from '../../ui/text-limit';
import { useLastingMutation } from '../../api/use-lasting-mutation';

export const accountsQuery = (filter: { search?: string; accountRole?: AccountRole; state?: AccountState }) =>
  infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam }) =>
      call(listAccounts, {
        query: { ...filter, ...(filter.search && { search: firstCharacters(filter.search, MAX_SEARCH) }), ...(pageParam && { cursor: pageParam }) },
      }),
    // While a new search loads, the previous results stay.
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export function useConfirmEmailOf() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (accountId: string) => call(confirmEmailOf, { params: { accountId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

export function useDeactivate() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: ({ accountId, ...body }: Pick<RolesChange, 'learnersTo'> & { accountId: string }) => call(deactivateAccount, { params: { accountId }, body }),
    onSuccess: () => Promise.all([['accounts'], ['enrollments']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export function useReactivate() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (accountId: string) => call(reactivateAccount, { params: { accountId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

export const useSendPasswordLink = () => useLastingMutation({ mutationFn: (accountId: string) => call(sendPasswordLink, { params: { accountId } }) });

export function useSetAccountRoles() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: ({ accountId, ...body }: RolesChange & { accountId: string }) => call(setAccountRoles, { params: { accountId }, body }),
    onSuccess: () => Promise.all([['accounts'], ['enrollments']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
