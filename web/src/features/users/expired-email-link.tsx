import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Door } from './door';

/** Shown when a link from a mail has expired. Leads to Settings, where the person gets a new link. */
export function ExpiredEmailLink({ message }: { message: string }) {
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
