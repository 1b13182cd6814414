import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Invitation } from '@server/users/invitations/invitations.contract';
import { Chip } from '../../ui/chip';
import { messageOf } from '../../ui/failed';
import { listed, whenOf } from '../../ui/format';
import { Section } from '../../ui/section';
import { toast, toastFault } from '../../ui/toast-store';
import { useMailToast } from '../mail/mail-toast';
import { invitationsQuery, useCancelInvitation, useResendInvitation } from './invitation-queries';
import classes from './people-page.module.css';

/** Invitations that nobody accepted yet. Nothing where there is none. */
export function OpenInvitations() {
  const query = useInfiniteQuery(invitationsQuery());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="Invitations" lead="Not accepted yet. Deleted 30 days after they expire">
      <ul className={classes.people}>
        {items.map((invitation) => (
          <OpenInvitation key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Section>
  );
}

function OpenInvitation({ invitation: { id, email, accountRoles, invitedBy, sentAt, expiresAt, state } }: { invitation: Invitation }) {
  const [resend, cancel] = [useResendInvitation(), useCancelInvitation()];
  const mailToast = useMailToast();
  const onError = (error: Error) => toastFault(messageOf(error));
  return (
    <li>
      <div className="grow">
        <div className={`b ${classes.email}`}>{email}</div>
        <div className="sm soft">
          {listed(accountRoles)}, {invitedBy ? `invited by ${invitedBy.name}, ` : ''}sent {whenOf(sentAt)}
        </div>
        {state === 'expired' ? <Chip tone="near">Expired</Chip> : <div className="sm soft">Expires {whenOf(expiresAt)}</div>}
      </div>
      <div className="row wrap">
        <Button
          variant="default"
          size="sm"
          aria-label={`Resend invitation to ${email}`}
          loading={resend.isPending}
          onClick={() => resend.mutate(id, { onSuccess: () => mailToast('Invitation', email, ' again'), onError })}
        >
          Resend
        </Button>
        <Button
          variant="subtle"
          size="sm"
          aria-label={`Cancel invitation for ${email}`}
          loading={cancel.isPending}
          onClick={() => cancel.mutate(id, { onSuccess: () => toast(`Invitation for ${email} canceled`), onError })}
        >
          Cancel invitation
        </Button>
      </div>
    </li>
  );
}
