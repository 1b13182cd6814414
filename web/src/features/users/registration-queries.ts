import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { readRegistrationPolicy, setRegistrationPolicy, type RegistrationPolicyChange } from '@server/users/registration/registration-policy.contract';
import { call } from '../../api/call';
import { useLastingMutation } from '../../api/use-lasting-mutation';

export const registrationQuery = () => queryOptions({ queryKey: ['registration-policy'], queryFn: () => call(readRegistrationPolicy, {}) });

export function useSetRegistrationPolicy() {
  const queries = useQueryClient();
  return useLastingMutation({
    mutationFn: (body: RegistrationPolicyChange) => call(setRegistrationPolicy, { body }),
    onSuccess: (saved) => queries.setQueryData(registrationQuery().queryKey, saved),
  });
}
