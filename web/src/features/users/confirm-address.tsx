import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ownAccount } from '@server/users/users.contract';
import { alreadyConfirmed, sendEmailConfirmation } from '@server/users/email-confirmations/email-confirmations.contract';
import { call } from '../../api/call';
import { isRefusal } from '../../api/refusal';
import { accountChanged, useAccount } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { MailIcon } from '../../ui/icons';

/** Shown until the email address is confirmed: says why no reminders come and what to do. */
export function ConfirmAddress() {
  const { email, emailConfirmation } = useAccount();
  const send = useMutation({
    mutationFn: () => call(sendEmailConfirmation, {}),
    onError: (error) => {
      // Confirmed in another tab, or by an admin.
      if (isRefusal(error, alreadyConfirmed)) void call(ownAccount, {}).then(accountChanged, () => undefined);
    },
  });
  if (emailConfirmation === 'confirmed') return null;
  if (emailConfirmation === 'waits-for-admin')
    return (
      <Callout icon={<MailIcon />} title="Your email address isn’t confirmed">
        Daymark has no mail server here, so you get no link and no reminders. Ask an admin to confirm {email}.
      </Callout>
    );
  return (
    <Callout icon={<MailIcon />} title="Confirm your email address">
      <p>We sent a link to {email}. You get reminders by mail once you confirm your address.</p>
      <Button variant="default" size="sm" mt={8} loading={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate()}>
        {send.isSuccess ? 'Link sent' : 'Resend link'}
      </Button>
      {send.error && !isRefusal(send.error, alreadyConfirmed) && (
        <p className="sm risk" role="alert">
          {messageOf(send.error)}
        </p>
      )}
    </Callout>
  );
}
