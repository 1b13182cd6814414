import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { requestPasswordReset } from '@server/users/users.contract';
import { z } from 'zod';
import { call } from '../../api/call';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { MailIcon } from '../../ui/icons';
import { Door } from './door';
import { useWantedPage } from './wanted-page';

const Asked = requestPasswordReset.body;

/** Asks for a link by mail; says the same whether or not there is such an account. */
export default function ForgottenPasswordPage() {
  const wanted = useWantedPage();
  const form = useForm<z.input<typeof Asked>>({ initialValues: { email: '' }, validate: zod4Resolver(Asked) });
  const ask = useMutation({ mutationFn: (body: z.input<typeof Asked>) => call(requestPasswordReset, { body }) });
  return (
    <Door name="Forgotten password" title="Set a new password" lead="A link to do so comes by mail. It works once, and for a short while.">
      {ask.isSuccess ? (
        <Callout icon={<MailIcon />} title="Look at your mail" alert>
          If there is an account with {ask.variables.email}, a link is on its way. Nothing there after a few minutes? Look among the unwanted mail, or ask
          again.
        </Callout>
      ) : (
        <form onSubmit={form.onSubmit((values) => ask.mutate(values))} noValidate>
          {ask.error && (
            <Callout tone="risk" title="That did not work" alert>
              {messageOf(ask.error)}
            </Callout>
          )}
          <TextInput label="Email" type="email" autoComplete="username" {...form.getInputProps('email')} />
          <Button type="submit" size="lg" fullWidth loading={ask.isPending}>
            Send me a link
          </Button>
        </form>
      )}
      <p className="soft">
        Remembered it?{' '}
        <Link to="/sign-in" search={wanted}>
          Sign in
        </Link>
      </p>
    </Door>
  );
}
