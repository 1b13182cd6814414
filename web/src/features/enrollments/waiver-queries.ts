import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { askForWaiver, declineWaiverRequest, listWaiverRequests, withdrawWaiverRequest } from '@server/enrollments/waivers/waiver-requests.contract';
import { grantWaiver, listWaivers, readAdmission, revokeWaiver } from '@server/enrollments/waivers/waivers.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';
import { everyPage } from '../../api/every-page';
import { useSession } from '../../api/session';

export const admissionQuery = (levelId: string) =>
  queryOptions({ queryKey: ['admission', levelId], queryFn: () => call(readAdmission, { params: { levelId } }) });

export const waiversQuery = (accountId: string) =>
  queryOptions({ queryKey: ['waivers', accountId], queryFn: () => everyPage((query) => call(listWaivers, { params: { accountId }, query })) });

/** Open requests: of one learner, or of all whom the person who asks decides for. */
export const waiverRequestsQuery = (accountId?: string) =>
  queryOptions({
    queryKey: ['waiver-requests', accountId ?? ''],
    queryFn: () => call(listWaiverRequests, { query: accountId === undefined ? {} : { accountId } }),
  });

/** Whether a level enforces anything at all; where it does not, nobody need ask. */
export const isDemanding = ({ prerequisites }: Pick<LevelPage, 'prerequisites'>): boolean => prerequisites.some(({ rule }) => rule === 'enforced');

/** How the learner who looks stands to what a level enforces; not asked for others, nor where it enforces nothing. */
export function useAdmission(level: Pick<LevelPage, 'id' | 'open' | 'prerequisites'>) {
  const { account } = useSession();
  const isAsked = (account?.accountRoles.includes('learner') ?? false) && level.open && isDemanding(level);
  const { data, isLoading } = useQuery({ ...admissionQuery(level.id), enabled: isAsked });
  return { admission: isAsked ? data : undefined, isLoading };
}

/** A change after which these are asked for again. */
function useChange<Input, Output>(keys: readonly (readonly string[])[], change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useLastingMutation({ mutationFn: change, onSuccess: () => Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }))) });
}

const decided = (accountId: string) => [['waivers', accountId], ['waiver-requests']];

export const useGrantWaiver = (accountId: string) =>
  useChange(decided(accountId), ({ levelId, reason }: { levelId: string; reason: string }) =>
    call(grantWaiver, { params: { accountId, levelId }, body: { reason } }),
  );
export const useRevokeWaiver = (accountId: string) =>
  useChange([['waivers', accountId]], (levelId: string) => call(revokeWaiver, { params: { accountId, levelId } }));
export const useDeclineWaiverRequest = (accountId: string) =>
  useChange(decided(accountId), ({ requestId, reason }: { requestId: string; reason: string }) =>
    call(declineWaiverRequest, { params: { requestId }, body: { reason } }),
  );

export const useAskForWaiver = (levelId: string) =>
  useChange([['admission', levelId]], (reason: string) => call(askForWaiver, { params: { levelId }, body: { reason } }));
export const useWithdrawWaiverRequest = (levelId: string) => useChange([['admission', levelId]], () => call(withdrawWaiverRequest, { params: { levelId } }));
