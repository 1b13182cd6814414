import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { cancelInvitation, invite, listInvitations, readInvitation, resendInvitation } from '@server/users/invitations/invitations.contract';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';

export const invitationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['invitations'],
    queryFn: ({ pageParam }) => call(listInvitations, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Whom a link invites. Not retried: an invalid link stays invalid. */
export const invitationOfferQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation-offer', token], queryFn: () => call(readInvitation, { params: { token } }), retry: false, staleTime: Infinity });

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useLastingMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['invitations'] }) });
}

export const useInvite = () => useChange((body: Sent<typeof invite>['body']) => call(invite, { body }));
export const useResendInvitation = () => useChange((invitationId: string) => call(resendInvitation, { params: { invitationId } }));
export const useCancelInvitation = () => useChange((invitationId: string) => call(cancelInvitation, { params: { invitationId } }));
