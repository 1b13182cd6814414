import { Button } from '@mantine/core';
import { notSaved } from '../../api/refusal';
import { useAccount } from '../../api/session';
import { Callout } from '../../ui/callout';
import { whenOf } from '../../ui/format';
import { MailIcon } from '../../ui/icons';
import { toast } from '../../ui/toast-store';
import { useCancelEmailChange, useResendEmailChange } from './email-change-queries';

interface Props {
  email: string;
  expiresAt: string | null;
  isMailSent: boolean;
}

/** The new email address while it waits for its link. */
export function WaitingEmail({ email, expiresAt, isMailSent }: Props) {
  const account = useAccount();
  const resend = useResendEmailChange();
  const cancel = useCancelEmailChange();
  const error = resend.error ?? cancel.error;
  const isExpired = expiresAt !== null && new Date(expiresAt) <= new Date();
  const keep = () => cancel.mutate(undefined, { onSuccess: () => toast(`Your email address stays ${account.email}`) });
  return (
    <div role="status">
      <Callout icon={<MailIcon />} title={isExpired ? `The link to ${email} has expired` : `Confirm ${email}`}>
        <p>
          {isMailSent ? `We sent a link to ${email}.` : 'This Daymark has no mail server. Ask your administrator for the link in its outbox folder.'} Until you
          use the link, your address stays {account.email}.{expiresAt !== null && !isExpired && ` The link works until ${whenOf(expiresAt, account.timeZone)}.`}
        </p>
        <div className="row" style={{ marginTop: 8 }}>
          <Button variant="default" size="sm" loading={resend.isPending} disabled={resend.isSuccess} onClick={() => resend.mutate()}>
            {resend.isSuccess ? 'Link sent' : 'Resend link'}
          </Button>
          <Button variant="subtle" size="sm" loading={cancel.isPending} onClick={keep}>
            Cancel change
          </Button>
        </div>
        {error && (
          <p className="sm risk" role="alert">
            {notSaved(error)}
          </p>
        )}
      </Callout>
    </div>
  );
}
