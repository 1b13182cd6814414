import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { confirmEmail } from '@server/users/email-confirmations/email-confirmations.contract';
import { linkUsedUp, ownAccount } from '@server/users/users.contract';
import { call } from '../../api/call';
import { isRefusal } from '../../api/refusal';
import { accountChanged, readSession, useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { CheckIcon } from '../../ui/icons';
import { Door } from './door';

/** The page behind the confirmation link. Opening it changes nothing, because mail scanners open links; only the button confirms. */
export default function ConfirmEmailPage() {
  const { token = '' } = useParams({ strict: false });
  const confirm = useMutation({
    mutationFn: () => call(confirmEmail, { params: { token } }),
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
  if (confirm.error && isRefusal(confirm.error, linkUsedUp)) return <Expired message={messageOf(confirm.error)} />;
  return (
    <Door name="Confirm your email address" title="Confirm your email address" lead="Then we can send you reminders and news by mail.">
      {confirm.error && (
        <Callout tone="risk" title="We couldn’t confirm your email address" alert>
          {messageOf(confirm.error)}
        </Callout>
      )}
      <Button size="lg" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
        Confirm email address
      </Button>
    </Door>
  );
}

/** Nothing can be confirmed here any more, so the page leads to where a new link is sent. */
function Expired({ message }: { message: string }) {
  const { account } = useSession();
  return (
    <Door name="Link expired" title="This link has expired" lead={message}>
      {account ? (
        <ButtonLink to="/settings" size="lg">
          Get a new link in Settings
        </ButtonLink>
      ) : (
        <ButtonLink to="/sign-in" search={{ next: '/settings' }} size="lg">
          Sign in to get a new link
        </ButtonLink>
      )}
    </Door>
  );
}
