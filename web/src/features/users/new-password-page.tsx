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

/** Where the link of the mail leads. */
export default function NewPasswordPage() {
  const { token = '' } = useParams({ strict: false });
  const form = useForm({ initialValues: { password: '' }, validate: zod4Resolver(NewPassword) });
  const set = useMutation({
    mutationFn: (body: { password: string }) => call(resetPassword, { params: { token }, body }),
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  if (set.isSuccess)
    return (
      <Door name="New password" title="Your new password is set" lead="Every device that was signed in is signed out now.">
        <ButtonLink to="/sign-in" size="lg" leftSection={<CheckIcon />}>
          Sign in with it
        </ButtonLink>
      </Door>
    );
  return (
    <Door name="New password" title="Choose a new password" lead="You will be signed out everywhere, then sign in with the new one.">
      {set.error && !isOfFields(set.error) && (
        <Callout tone="risk" title={isRefusal(set.error, linkUsedUp) ? 'This link is used up or too old' : 'That did not work'} alert>
          {isRefusal(set.error, linkUsedUp) ? <Link to="/forgotten-password">Ask for a new link</Link> : messageOf(set.error)}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => set.mutate(values))} noValidate>
        <PasswordField
          label="New password"
          autoComplete="new-password"
          description="At least 10 characters. A few unrelated words work well"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="lg" fullWidth loading={set.isPending}>
          Set this password
        </Button>
      </form>
    </Door>
  );
}
