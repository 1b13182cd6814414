import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { addressUnconfirmed, emailDomainNotAllowed, emailTaken, Registration } from '@server/users/users.contract';
import { fieldFaults, isOfFields, isRefusal } from '../../api/refusal';
import { enterByRegistering } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { listed } from '../../ui/format';
import { Door } from './door';
import { PasswordField } from './password-field';
import { registrationQuery } from './registration-queries';
import { ownZone } from './time-zones';
import { ZoneField } from './zone-field';
import { useWantedPage } from './wanted-page';

/** A new learner: who they are, and by which clock they live. The guard of this address then leads on to the levels. */
export default function RegisterPage() {
  const { data: policy } = useQuery(registrationQuery());
  if (policy?.mode === 'invitation') return <ByInvitation />;
  return <RegisterForm domains={policy?.domains ?? []} />;
}

function ByInvitation() {
  return (
    <Door name="Register" title="Registration is by invitation" lead="Ask your administrator for an invitation. You’ll get a mail with a link.">
      <p className="soft">
        Already have an account? <Link to="/sign-in">Sign in</Link>
      </p>
    </Door>
  );
}

function RegisterForm({ domains }: { domains: readonly string[] }) {
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
      else if (isRefusal(error, emailDomainNotAllowed)) form.setFieldError('email', error.message);
      else form.setErrors(fieldFaults(error));
    },
  });
  const { error } = enter;
  if (isRefusal(error, addressUnconfirmed))
    return (
      <Door name="Register" title="Confirm your email address" lead={messageOf(error)}>
        <p className="soft">
          Confirmed it? <Link to="/sign-in">Sign in</Link>
        </p>
      </Door>
    );
  const other = error && !isRefusal(error, emailTaken) && !isRefusal(error, emailDomainNotAllowed) && !isOfFields(error);
  return (
    <Door name="Make an account" title="Make an account" lead="Then choose a level, and know on any day how ready you are.">
      {other && (
        <Callout tone="risk" title="That did not work" alert>
          {messageOf(error)}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => enter.mutate(values))} noValidate>
        <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          description={domains.length > 0 && `Use an address at ${listed(domains)}`}
          {...form.getInputProps('email')}
        />
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
