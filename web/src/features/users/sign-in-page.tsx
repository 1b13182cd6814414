import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { accountDeactivated, addressUnconfirmed, SignIn, wrongCredentials } from '@server/users/users.contract';
import { isRefusal } from '../../api/refusal';
import { enterBySignIn } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { Door } from './door';
import { PasswordField } from './password-field';
import { registrationQuery } from './registration-queries';
import { SessionNotice } from './session-notice';
import { useWantedPage } from './wanted-page';

const NO_MATCH = 'Email and password do not match. Try again, or set a new password.';
/** Refusals of people who gave the right password; their titles say what holds. */
const REFUSED = [accountDeactivated, addressUnconfirmed];
/** What the form asks beyond the contract, which leaves it open whether there is such an account. */
const Entered = SignIn.refine(({ email }) => email.length > 0, { path: ['email'], message: 'Your email address' }).refine(
  ({ password }) => password.length > 0,
  {
    path: ['password'],
    message: 'Your password',
  },
);

/** Into Daymark; the guard of this address then leads on to where one wanted to go. */
export default function SignInPage() {
  const wanted = useWantedPage();
  const { data: policy } = useQuery(registrationQuery());
  const form = useForm({ initialValues: { email: '', password: '' }, validate: zod4Resolver(Entered) });
  const enter = useMutation({
    mutationFn: enterBySignIn,
    onError: (error) => isRefusal(error, wrongCredentials) && form.setFieldError('password', NO_MATCH),
  });
  const other = enter.error && !isRefusal(enter.error, wrongCredentials);
  return (
    <Door name="Sign in" title="Sign in to Daymark" lead="Enter your email and password to continue.">
      <SessionNotice />
      {other && (
        <Callout tone="risk" title={REFUSED.find((kind) => isRefusal(enter.error, kind))?.title ?? 'We couldn’t sign you in'} alert>
          {messageOf(enter.error)}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => enter.mutate(values))} noValidate>
        <TextInput label="Email" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          aside={
            <Link to="/forgotten-password" search={wanted}>
              Forgotten it?
            </Link>
          }
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="lg" fullWidth loading={enter.isPending}>
          Sign in
        </Button>
      </form>
      <p className="soft">
        {policy?.mode === 'invitation' ? (
          'New here? Ask your administrator for an invitation.'
        ) : (
          <>
            New here?{' '}
            <Link to="/register" search={wanted}>
              Make an account
            </Link>
            , it takes two minutes.
          </>
        )}{' '}
        Or <Link to="/levels">look at the levels</Link> first.
      </p>
    </Door>
  );
}
