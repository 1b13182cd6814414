import { useSyncExternalStore } from 'react';
import { isSignOutOwed, onOwedSignOut } from '../../api/owed-sign-out';
import { useSessionEnd } from '../../api/session-end';
import { Callout } from '../../ui/callout';
import { counted } from '../../ui/format';

/** How the last session on this device ended, where there is something to know. It names nobody. */
export function SessionNotice() {
  const isOwed = useSyncExternalStore(onOwedSignOut, isSignOutOwed);
  const end = useSessionEnd();
  return (
    <>
      {isOwed && <Callout title="You’re signed out on this device">We couldn’t reach the server. We’ll send it your sign-out as soon as it answers.</Callout>}
      {end && end.locked > 0 && (
        <Callout title={`${studies(end.locked)} not sent yet`}>
          You were signed out before we could send it. What you logged is locked on this device. Sign in to the same account to send it.
        </Callout>
      )}
      {end && end.lost > 0 && (
        <Callout tone="risk" title={`${studies(end.lost)} couldn’t be sent`}>
          You were signed out before we could send it, so what you logged is deleted. Log it again after you sign in.
        </Callout>
      )}
    </>
  );
}

const studies = (number: number) => counted(number, 'study session');
