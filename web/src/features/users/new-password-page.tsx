import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { linkUsedUp, NewPassword, resetPassword } from '@server/users/users.contract';
import { call } from '../../api/call';
import { fieldFaults, isOfFields, isRefusal } from '../../api/refusal';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { CheckIcon } from '../../ui/icons';
import { Door } from './door';
import { PasswordField } from './password-field';
import { RevokeAccessField } from './revoke-access-field';

/** The page behind the password link of a mail. */
export default function NewPasswordPage() {
  const { token = '' } = useParams({ strict: false });
  const form = useForm({ initialValues: { password: '', revokeAccess: true }, validate: zod4Resolver(NewPassword) });
  const set = useMutation({
    mutationFn: (body: typeof form.values) => call(resetPassword, { params: { token }, body }),
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  if (set.isSuccess)
    return (
      <Door name="New password" title="Your new password is set" lead="All your devices are signed out.">
        <ButtonLink to="/sign-in" size="lg" leftSection={<CheckIcon />}>
          Sign in
        </ButtonLink>
      </Door>
    );
  return (
    <Door name="New password" title="Choose a new password" lead="You will be signed out everywhere, then sign in with the new one.">
      {set.error && !isOfFields(set.error) && (
        <Callout tone="risk" title={isRefusal(set.error, linkUsedUp) ? 'This link has expired' : 'We couldn’t set your password'} alert>
          {isRefusal(set.error, linkUsedUp) ? <Link to="/forgotten-password">Request a new link</Link> : messageOf(set.error)}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => set.mutate(values))} noValidate>
        <PasswordField
          label="New password"
          autoComplete="new-password"
          description="At least 10 characters. A few unrelated words work well"
          {...form.getInputProps('password')}
        />
        <RevokeAccessField {...form.getInputProps('revokeAccess', { type: 'checkbox' })} />
        <Button type="submit" size="lg" fullWidth loading={set.isPending}>
          Set password
        </Button>
      </form>
    </Door>
  );
}
