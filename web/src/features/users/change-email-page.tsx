import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { confirmEmailChange } from '@server/users/email-change/email-change.contract';
import { emailTaken, linkUsedUp, ownAccount } from '@server/users/users.contract';
import { call } from '../../api/call';
import { isRefusal } from '../../api/refusal';
import { accountChanged, readSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { CheckIcon } from '../../ui/icons';
import { Door } from './door';
import { ExpiredEmailLink } from './expired-email-link';

/** The page behind the link to a new address. Opening it changes nothing, because mail scanners open links; only the button does. */
export default function ChangeEmailPage() {
  const { token = '' } = useParams({ strict: false });
  const confirm = useMutation({
    mutationFn: () => call(confirmEmailChange, { params: { token } }),
    onSuccess: () => {
      if (readSession().account) void call(ownAccount, {}).then(accountChanged, () => undefined);
    },
  });
  if (confirm.isSuccess)
    return (
      <Door name="Email address changed" title="Your email address is changed" lead="Sign in with the new address from now on.">
        <ButtonLink to="/" size="lg" leftSection={<CheckIcon />}>
          Open Daymark
        </ButtonLink>
      </Door>
    );
  if (confirm.error && isRefusal(confirm.error, linkUsedUp)) return <ExpiredEmailLink message={messageOf(confirm.error)} />;
  return (
    <Door name="Confirm your new email address" title="Confirm your new email address" lead="Your Daymark account will use it to sign in and for mail.">
      {confirm.error && (
        <Callout tone="risk" title={titleOf(confirm.error)} alert>
          {messageOf(confirm.error)}
        </Callout>
      )}
      <Button size="lg" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
        Confirm email address
      </Button>
    </Door>
  );
}

function titleOf(error: Error): string {
  if (isRefusal(error, emailTaken)) return 'This address already has an account';
  return 'We couldn’t change your email address';
}
