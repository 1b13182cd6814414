import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { readReminderRule, readUnsubscription, setReminderRule, unsubscribe, type ReminderRuleChange } from '@server/reminders/reminders.contract';
import { call } from '../../api/call';

export const reminderRuleQuery = () => queryOptions({ queryKey: ['reminder-rule'], queryFn: () => call(readReminderRule, {}) });

export function useSetReminderRule() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rule: ReminderRuleChange) => call(setReminderRule, { body: rule }),
    onSuccess: (rule) => queries.setQueryData(reminderRuleQuery().queryKey, rule),
  });
}

export const unsubscriptionQuery = (token: string) =>
  queryOptions({ queryKey: ['unsubscription', token], queryFn: () => call(readUnsubscription, { params: { token } }), retry: false });

export function useUnsubscribe(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(unsubscribe, { params: { token } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['unsubscription', token] }),
  });
}
