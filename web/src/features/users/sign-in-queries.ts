import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { endOtherSessions, endSession, listSessions } from '@server/users/sign-ins/sign-ins.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';

const KEY = ['sign-ins'];

export const signInsQuery = () => queryOptions({ queryKey: KEY, queryFn: ({ signal }) => call(listSessions, {}, { signal }) });

export function useEndSignIn() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (sessionId: string) => call(endSession, { params: { sessionId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndOtherSignIns() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (_: void) => call(endOtherSessions, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
