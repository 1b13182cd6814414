import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { changePassword, PasswordChange } from '@server/users/users.contract';
import { call } from '../../api/call';
import { fieldFaults, isOfFields } from '../../api/refusal';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { RevokeAccessField } from './revoke-access-field';

/** What a new password ends. */
const ENDED = ['sign-ins', 'personal-tokens', 'calendar-feed', 'email-change'];

/** A new password, which signs out every other device. */
export function PasswordSettings() {
  const queries = useQueryClient();
  const form = useForm({ initialValues: { current: '', next: '', revokeAccess: true }, validate: zod4Resolver(PasswordChange) });
  const change = useMutation({
    mutationFn: (body: typeof form.values) => call(changePassword, { body }),
    onSuccess: () => {
      form.reset();
      toast('Password changed. You’re signed out everywhere else');
      return Promise.all(ENDED.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  return (
    <Section title="Password" lead="You will be signed out everywhere else.">
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} className="stack" aria-label="Password">
        <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('current')} />
        <PasswordInput label="New password" autoComplete="new-password" description="At least 10 characters" {...form.getInputProps('next')} />
        <RevokeAccessField {...form.getInputProps('revokeAccess', { type: 'checkbox' })} />
        {change.error && !isOfFields(change.error) && (
          <p className="sm risk" role="alert">
            {change.error.message}
          </p>
        )}
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Section>
  );
}
