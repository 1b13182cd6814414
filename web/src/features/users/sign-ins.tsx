import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SignedInDevice } from '@server/users/sign-ins/sign-ins.contract';
import { notSaved } from '../../api/refusal';
import { useAccount } from '../../api/session';
import { Chip } from '../../ui/chip';
import { whenOf } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { toast, toastFault } from '../../ui/toast-store';
import { deviceWords } from './device-words';
import { signInsQuery, useEndOtherSignIns, useEndSignIn } from './sign-in-queries';

/** The devices on which a person is signed in; each can be signed out from here. */
export function SignIns() {
  const signIns = useQuery(signInsQuery());
  return (
    <Section title="Where you’re signed in" lead="If you don’t recognize a device, sign it out and change your password.">
      <QueryRegion query={signIns} what="Your sign-ins">
        {({ items }) => (
          <div className="stack">
            <Rows label="Sign-ins">
              {items.map((device) => (
                <Device key={device.id} device={device} />
              ))}
            </Rows>
            {items.some(({ isCurrent }) => !isCurrent) && <EndOthers />}
          </div>
        )}
      </QueryRegion>
    </Section>
  );
}

function Device({ device }: { device: SignedInDevice }) {
  const { timeZone } = useAccount();
  const end = useEndSignIn();
  const { id, signedInAt, lastSeenAt, isCurrent } = device;
  const name = deviceWords(device);
  const act = () => end.mutate(id, { onSuccess: () => toast(`${name} is signed out`), onError: (error) => toastFault(notSaved(error)) });
  const seen = isCurrent ? ' · active now' : lastSeenAt === signedInAt ? '' : ` · last active ${whenOf(lastSeenAt, timeZone)}`;
  return (
    <Row
      title={name}
      note={`Signed in ${whenOf(signedInAt, timeZone)}${seen}`}
      aside={
        isCurrent ? (
          <Chip>This device</Chip>
        ) : (
          <Button variant="subtle" color="rose" aria-label={`Sign out ${name}`} loading={end.isPending} onClick={act}>
            Sign out
          </Button>
        )
      }
    />
  );
}

function EndOthers() {
  const end = useEndOtherSignIns();
  const act = () =>
    end.mutate(undefined, {
      onSuccess: () => toast('You’re signed out everywhere else'),
      onError: (error) => toastFault(notSaved(error)),
    });
  return (
    <div>
      <Button variant="default" loading={end.isPending} onClick={act}>
        Sign out everywhere else
      </Button>
    </div>
  );
}
