import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { grantWaiver, listWaivers, readAdmission, revokeWaiver } from '@server/enrollments/waivers/waivers.contract';
import { call } from '../../api/call';

export const admissionQuery = (levelId: string) =>
  queryOptions({ queryKey: ['admission', levelId], queryFn: () => call(readAdmission, { params: { levelId } }) });

export const waiversQuery = (accountId: string) =>
  queryOptions({ queryKey: ['waivers', accountId], queryFn: () => call(listWaivers, { params: { accountId } }) });

function useChange<Input, Output>(accountId: string, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['waivers', accountId] }) });
}

export const useGrantWaiver = (accountId: string) =>
  useChange(accountId, ({ levelId, reason }: { levelId: string; reason: string }) => call(grantWaiver, { params: { accountId, levelId }, body: { reason } }));
export const useRevokeWaiver = (accountId: string) => useChange(accountId, (levelId: string) => call(revokeWaiver, { params: { accountId, levelId } }));
