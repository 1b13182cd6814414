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

/** While nobody confirmed the address: why no reminders come, and what to do. Nothing once it is confirmed. */
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
      <Callout icon={<MailIcon />} title="Your address isn’t confirmed">
        This Daymark has no mail server, so it sends no link and no reminders. An admin can confirm {email}.
      </Callout>
    );
  return (
    <Callout icon={<MailIcon />} title="Confirm your address">
      <p>We sent a link to {email}. Until you use it, you get no reminders by mail.</p>
      <Button variant="default" size="sm" mt={8} loading={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate()}>
        {send.isSuccess ? 'Link sent' : 'Send the link again'}
      </Button>
      {send.error && !isRefusal(send.error, alreadyConfirmed) && (
        <p className="sm risk" role="alert">
          {messageOf(send.error)}
        </p>
      )}
    </Callout>
  );
}
