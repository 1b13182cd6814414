import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
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

/** Where the link of the confirmation mail leads. Opening it changes nothing: mail scanners open links, people press buttons. */
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
      <Door name="Address confirmed" title="Your address is confirmed" lead="Reminders can reach you now.">
        <ButtonLink to="/" size="lg" leftSection={<CheckIcon />}>
          Open Daymark
        </ButtonLink>
      </Door>
    );
  return (
    <Door name="Confirm your address" title="Confirm your address" lead="Then reminders and news about your level can reach you by mail.">
      {confirm.error && (
        <Callout tone="risk" title={isRefusal(confirm.error, linkUsedUp) ? 'This link has expired' : 'We couldn’t confirm your address'} alert>
          {messageOf(confirm.error)}
        </Callout>
      )}
      <Button size="lg" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
        Confirm my address
      </Button>
    </Door>
  );
}
