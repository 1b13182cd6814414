import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { emailTaken, Registration } from '@server/users/users.contract';
import { fieldFaults, isOfFields, isRefusal } from '../../api/refusal';
import { enterByRegistering } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { Door } from './door';
import { PasswordField } from './password-field';
import { ownZone } from './time-zones';
import { ZoneField } from './zone-field';
import { useWantedPage } from './wanted-page';

/** A new learner: who they are, and by which clock they live. The guard of this address then leads on to the levels. */
export default function RegisterPage() {
  const wanted = useWantedPage();
  const form = useForm({
    initialValues: { email: '', password: '', name: '', timeZone: ownZone() },
    validate: zod4Resolver(Registration),
    validateInputOnBlur: false,
  });
  const enter = useMutation({
    mutationFn: enterByRegistering,
    onError: (error) => {
      if (isRefusal(error, emailTaken)) form.setFieldError('email', 'There is an account with this email already. Sign in instead.');
      else form.setErrors(fieldFaults(error));
    },
  });
  const other = enter.error && !isRefusal(enter.error, emailTaken) && !isOfFields(enter.error);
  return (
    <Door name="Make an account" title="Make an account" lead="Then choose a level, and know on any day how ready you are.">
      {other && (
        <Callout tone="risk" title="That did not work" alert>
          {messageOf(enter.error)}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => enter.mutate(values))} noValidate>
        <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label="Email" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordField
          label="Password"
          autoComplete="new-password"
          description="At least 10 characters. A few unrelated words work well"
          {...form.getInputProps('password')}
        />
        <ZoneField {...form.getInputProps('timeZone')} value={form.values.timeZone} onChange={(zone) => form.setFieldValue('timeZone', zone)} />
        <Button type="submit" size="lg" fullWidth loading={enter.isPending}>
          Make my account
        </Button>
      </form>
      <p className="soft">
        Been here before?{' '}
        <Link to="/sign-in" search={wanted}>
          Sign in
        </Link>
      </p>
    </Door>
  );
}
