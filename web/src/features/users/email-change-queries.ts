import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Sent } from '@server/platform/http/endpoint.contract';
import { cancelEmailChange, readEmailChange, requestEmailChange, resendEmailChange, type EmailChange } from '@server/users/email-change/email-change.contract';
import { call } from '../../api/call';

export const emailChangeQuery = () =>
  queryOptions({ queryKey: ['email-change'], queryFn: ({ signal }): Promise<EmailChange> => call(readEmailChange, {}, { signal }) });

/** Every act answers what waits now. */
function useEmailChangeAct<Input>(act: (input: Input) => Promise<EmailChange>) {
  const queries = useQueryClient();
  const { queryKey } = emailChangeQuery();
  return useMutation({
    mutationFn: act,
    onSuccess: (change) => queries.setQueryData(queryKey, change),
    // It may have been confirmed or canceled elsewhere.
    onError: () => void queries.invalidateQueries({ queryKey }),
  });
}

export const useRequestEmailChange = () => useEmailChangeAct((body: Sent<typeof requestEmailChange>['body']) => call(requestEmailChange, { body }));
export const useResendEmailChange = () => useEmailChangeAct<void>(() => call(resendEmailChange, {}));
export const useCancelEmailChange = () => useEmailChangeAct<void>(() => call(cancelEmailChange, {}));
