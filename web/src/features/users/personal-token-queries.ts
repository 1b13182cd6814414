import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { listPersonalTokens, makePersonalToken, revokePersonalToken } from '@server/users/personal-tokens/personal-tokens.contract';
import { call } from '../../api/call';

const KEY = ['personal-tokens'];

export const personalTokensQuery = () => queryOptions({ queryKey: KEY, queryFn: ({ signal }) => call(listPersonalTokens, {}, { signal }) });

export function useMakePersonalToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Sent<typeof makePersonalToken>['body']) => call(makePersonalToken, { body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokePersonalToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => call(revokePersonalToken, { params: { tokenId } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}
