import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WaiverReason } from '@server/enrollments/waivers/waiver-requests.contract';
import type { Waiver } from '@server/enrollments/waivers/waivers.contract';
import { messageOf } from '../../ui/failed';
import { dateInFull, dateOf } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { textLimit } from '../../ui/text-limit';
import { toast, toastFault } from '../../ui/toast-store';
import { certificationsQuery } from '../curriculum/curriculum-queries';
import { WaiverRequestsOf } from './waiver-requests';
import { useGrantWaiver, useRevokeWaiver, waiversQuery } from './waiver-queries';

interface Props {
  accountId: string;
  name: string;
}

/** Which levels a learner may begin without what they demand first: who said so, when and why. */
export function Waivers({ accountId, name }: Props) {
  const query = useQuery(waiversQuery(accountId));
  return (
    <div className="stack">
      <WaiverRequestsOf accountId={accountId} name={name} />
      <QueryRegion query={query} what="Waivers" isEmpty={({ items }) => items.length === 0} empty={<p className="sm soft">None so far.</p>}>
        {({ items }) => (
          <Rows label={`Waivers of ${name}`}>
            {items.map((waiver) => (
              <One key={waiver.id} accountId={accountId} waiver={waiver} />
            ))}
          </Rows>
        )}
      </QueryRegion>
      <Grant accountId={accountId} name={name} />
    </div>
  );
}

const decided = ({ at, by }: Waiver['granted']) => `${by ? `by ${by}, ` : ''}${dateInFull(dateOf(at))}`;

function One({ accountId, waiver: { level, certification, reason, granted, revoked } }: { accountId: string; waiver: Waiver }) {
  const revoke = useRevokeWaiver(accountId);
  const grant = useGrantWaiver(accountId);
  const takeBack = () =>
    revoke.mutate(level.id, {
      onSuccess: () => toast(`The waiver for ${level.title} is revoked`, () => grant.mutate({ levelId: level.id, reason })),
      onError: (error) => toastFault(messageOf(error)),
    });
  return (
    <Row
      mark={<LockIcon size="s" />}
      title={`${level.title}, ${certification.title}`}
      note={`“${reason}”, granted ${decided(granted)}${revoked ? `; revoked ${decided(revoked)}` : ''}`}
      aside={
        !revoked && (
          <Button variant="subtle" size="sm" loading={revoke.isPending} onClick={takeBack}>
            Revoke
          </Button>
        )
      }
    />
  );
}

/** Only levels that enforce something are offered: to the others nobody needs a key. */
function Grant({ accountId, name }: Props) {
  const { data } = useQuery(certificationsQuery());
  const [levelId, setLevelId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const grant = useGrantWaiver(accountId);
  const levels = (data?.items ?? [])
    .map(({ title, levels: all }) => ({ group: title, items: all.flatMap(({ id, title: label, demanding }) => (demanding ? { value: id, label } : [])) }))
    .filter(({ items }) => items.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!levelId) return;
    grant.mutate(
      { levelId, reason },
      {
        onSuccess: ({ level }) => {
          toast(`${name} may begin ${level.title}`);
          setReason('');
          setLevelId(null);
        },
      },
    );
  };
  return (
    <form className="stack" style={{ '--gap': '8px', maxWidth: 480 } as React.CSSProperties} onSubmit={submit}>
      <Select
        label="Level to unlock"
        placeholder="Choose a level"
        data={levels}
        value={levelId}
        onChange={setLevelId}
        searchable
        nothingFoundMessage="No locked level found"
      />
      <TextInput
        label="Why"
        description="Stored with your name and the date"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        {...textLimit(WaiverReason, reason, grant.error && messageOf(grant.error))}
      />
      <Button type="submit" variant="default" style={{ justifySelf: 'start' }} disabled={!levelId || reason.trim().length < 3} loading={grant.isPending}>
        Grant a waiver
      </Button>
    </form>
  );
}
