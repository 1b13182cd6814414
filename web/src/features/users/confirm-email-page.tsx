import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmEmail } from '@server/users/email-confirmations/email-confirmations.contract';
import { linkUsedUp, ownAccount } from '@server/users/users.contract';
import { call } from '../../api/call';
import { isRefusal } from '../../api/refusal';
import { accountChanged, readSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { CheckIcon } from '../../ui/icons';
import { Door } from './door';
import { ExpiredEmailLink } from './expired-email-link';
import { PasswordField } from './password-field';
import { registrationQuery } from './registration-queries';

/** The page behind the confirmation link. Opening it changes nothing, because mail scanners open links; only the button confirms. */
export default function ConfirmEmailPage() {
  const { token = '' } = useParams({ strict: false });
  const [password, setPassword] = useState('');
  // With email domains the server also needs the password, because the address decides who may sign in.
  const needsPassword = useQuery(registrationQuery()).data?.mode === 'domain';
  const confirm = useMutation({
    mutationFn: () => call(confirmEmail, { params: { token }, body: needsPassword ? { password } : {} }),
    onSuccess: () => {
      if (readSession().account) void call(ownAccount, {}).then(accountChanged, () => undefined);
    },
  });
  if (confirm.isSuccess)
    return (
      <Door name="Email address confirmed" title="Your email address is confirmed" lead="You can now get reminders by mail.">
        <ButtonLink to="/" size="lg" leftSection={<CheckIcon />}>
          Open Daymark
        </ButtonLink>
      </Door>
    );
  if (confirm.error && isRefusal(confirm.error, linkUsedUp)) return <ExpiredEmailLink message={messageOf(confirm.error)} />;
  return (
    <Door name="Confirm your email address" title="Confirm your email address" lead="Then we can send you reminders and news by mail.">
      {confirm.error && (
        <Callout tone="risk" title="We couldn’t confirm your email address" alert>
          {messageOf(confirm.error)}
        </Callout>
      )}
      <form onSubmit={(event) => (event.preventDefault(), confirm.mutate())} className="stack">
        {needsPassword && (
          <PasswordField
            label="Password"
            description="The one you chose when you registered"
            autoComplete="current-password"
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        )}
        <Button type="submit" size="lg" fullWidth loading={confirm.isPending}>
          Confirm email address
        </Button>
      </form>
    </Door>
  );
}
