import { Button } from '@mantine/core';
import { useState } from 'react';
import { learnersLeft, type AccountRow } from '@server/users/users.contract';
import { isRefusal } from '../../api/refusal';
import { useAccount } from '../../api/session';
import { Chip } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { messageOf } from '../../ui/failed';
import { whenOf } from '../../ui/format';
import { toast, toastFault } from '../../ui/toast-store';
import { useFocusKept } from '../../ui/use-focus-in-place';
import { useMailToast } from '../mail/mail-toast';
import { useDeactivate, useReactivate, useSendPasswordLink } from './account-queries';
import { MentorHandover } from './mentor-handover';

const onError = (error: Error) => toastFault(messageOf(error));

/** Whether a person can sign in, and what an admin can do about it. */
export function AccountAccess({ person }: { person: AccountRow }) {
  const me = useAccount();
  const kept = useFocusKept();
  return (
    <div {...kept}>
      {person.deactivation ? (
        <Deactivated person={person} deactivation={person.deactivation} />
      ) : (
        <div className="row wrap">
          <SendPasswordLink person={person} />
          {person.id !== me.id && <Deactivate person={person} />}
        </div>
      )}
    </div>
  );
}

function Deactivated({ person: { id, name }, deactivation: { at, by } }: { person: AccountRow; deactivation: NonNullable<AccountRow['deactivation']> }) {
  const reactivate = useReactivate();
  return (
    <div className="row wrap sm">
      <Chip tone="outline">Deactivated</Chip>
      <span className="soft">
        {whenOf(at)}
        {by && ` by ${by.name}`}
      </span>
      <Button
        variant="default"
        size="sm"
        aria-label={`Reactivate ${name}`}
        loading={reactivate.isPending}
        onClick={() => reactivate.mutate(id, { onSuccess: () => toast(`${name} can sign in again`), onError })}
      >
        Reactivate
      </Button>
    </div>
  );
}

function SendPasswordLink({ person: { id, name, email } }: { person: AccountRow }) {
  const send = useSendPasswordLink();
  const mailToast = useMailToast();
  return (
    <Button
      variant="default"
      size="sm"
      aria-label={`Send password link to ${name}`}
      loading={send.isPending}
      onClick={() => send.mutate(id, { onSuccess: () => mailToast('Password link', email), onError })}
    >
      Send password link
    </Button>
  );
}

function Deactivate({ person: { id, name } }: { person: AccountRow }) {
  const deactivate = useDeactivate();
  const [isAsked, setAsked] = useState(false);
  const [learners, setLearners] = useState(0);
  const close = () => {
    setAsked(false);
    setLearners(0);
  };
  const act = (learnersTo?: string | null) =>
    deactivate.mutate(
      { accountId: id, ...(learnersTo !== undefined && { learnersTo }) },
      {
        onSuccess: () => {
          close();
          toast(`${name} is deactivated`);
        },
        onError: (error) => {
          if (isRefusal(error, learnersLeft)) setLearners(Number(error.problem.learners));
          else onError(error);
        },
      },
    );
  return (
    <>
      <Button variant="subtle" size="sm" aria-label={`Deactivate ${name}`} onClick={() => setAsked(true)}>
        Deactivate
      </Button>
      {isAsked && learners === 0 && <ConfirmDeactivation name={name} isSaving={deactivate.isPending} onConfirm={() => act()} onCancel={close} />}
      {isAsked && learners > 0 && <MentorHandover mentor={{ id, name }} learners={learners} isSaving={deactivate.isPending} onCancel={close} onChoose={act} />}
    </>
  );
}

interface ConfirmProps {
  name: string;
  isSaving: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

function ConfirmDeactivation({ name, isSaving, onConfirm, onCancel }: ConfirmProps) {
  return (
    <Dialog onClose={onCancel} title={`Deactivate ${name}?`} closeLabel="Cancel">
      <p>{name} is signed out everywhere at once and can’t sign in. Their personal tokens and calendar link are revoked. Reminders and other mail stop.</p>
      <p>Everything {name} logged stays. You can reactivate the account at any time.</p>
      <div className="row wrap" style={{ marginTop: 20 }}>
        <Button loading={isSaving} onClick={onConfirm}>
          Deactivate
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
