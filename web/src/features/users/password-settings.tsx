import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { changePassword, PasswordChange } from '@server/users/users.contract';
import { call } from '../../api/call';
import { fieldFaults, isOfFields } from '../../api/refusal';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';

/** A new password; every other session ends with it. */
export function PasswordSettings() {
  const form = useForm({ initialValues: { current: '', next: '' }, validate: zod4Resolver(PasswordChange) });
  const change = useMutation({
    mutationFn: (body: typeof form.values) => call(changePassword, { body }),
    onSuccess: () => {
      form.reset();
      toast('Password changed. Everywhere else you sign in again');
    },
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  return (
    <Section title="Password" lead="You will be signed out everywhere else.">
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} className="stack" aria-label="Password">
        <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('current')} />
        <PasswordInput label="New password" autoComplete="new-password" description="At least 10 characters" {...form.getInputProps('next')} />
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
