import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { WaiverReason, type WaiverRequest } from '@server/enrollments/waivers/waiver-requests.contract';
import { useAccount } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { whenOf } from '../../ui/format';
import { ClockIcon } from '../../ui/icons';
import { textLimit } from '../../ui/text-limit';
import { toast, toastFault } from '../../ui/toast-store';
import { DraftRestored } from '../../ui/draft-restored';
import { useFormDraft } from '../../ui/use-form-draft';
import { useAskForWaiver, useWithdrawWaiverRequest } from './waiver-queries';

interface Props {
  levelId: string;
  /** The last one, however it ended. */
  request: WaiverRequest | null;
}

/** A form to request a waiver, or the state of the latest request. */
export function AskForWaiver({ levelId, request }: Props) {
  if (request?.outcome === null) return <Asked levelId={levelId} request={request} />;
  return (
    <div className="stack">
      {request?.outcome === 'declined' && <Declined request={request} />}
      <Ask levelId={levelId} isAgain={request?.outcome === 'declined'} />
    </div>
  );
}

function Asked({ levelId, request: { reason, askedAt } }: { levelId: string; request: WaiverRequest }) {
  const { timeZone } = useAccount();
  const withdraw = useWithdrawWaiverRequest(levelId);
  const ask = useAskForWaiver(levelId);
  const takeBack = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => toast('Request withdrawn', () => ask.mutate(reason)),
      onError: (error) => toastFault(messageOf(error)),
    });
  return (
    <div className="stack" role="status">
      <Callout icon={<ClockIcon />} title="You requested a waiver. Nobody has decided yet.">
        Requested {whenOf(askedAt, timeZone)}: “{reason}”. You see the answer here once your mentor or an admin has decided.
      </Callout>
      <Button variant="default" style={{ justifySelf: 'start' }} loading={withdraw.isPending} onClick={takeBack}>
        Withdraw request
      </Button>
    </div>
  );
}

function Declined({ request: { answer, closed } }: { request: WaiverRequest }) {
  const { timeZone } = useAccount();
  return (
    <Callout tone="near" title={`${closed?.by || 'An admin'} declined your request`}>
      “{answer}”{closed && `, ${whenOf(closed.at, timeZone)}`}. You can ask again with what was missing.
    </Callout>
  );
}

const readReason = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);

function Ask({ levelId, isAgain }: { levelId: string; isAgain: boolean }) {
  const draft = useFormDraft(`waiver ${levelId}`, '', readReason);
  const [reason, setReason] = useState(draft.restored ?? '');
  const ask = useAskForWaiver(levelId);
  const type = (text: string) => {
    setReason(text);
    draft.keep(text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(reason, { onSuccess: () => (setReason(''), draft.discard()) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {draft.restored && <DraftRestored onDiscard={() => (setReason(''), draft.discard())} />}
      <Textarea
        label="Why you don’t need to do that first"
        description="Your mentor or an admin reads it and decides"
        placeholder="I passed the exam elsewhere, in 2024"
        autosize
        minRows={3}
        value={reason}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        {...textLimit(WaiverReason, reason, ask.error && messageOf(ask.error))}
      />
      <Button type="submit" style={{ justifySelf: 'start' }} disabled={reason.trim().length < 3} loading={ask.isPending}>
        {isAgain ? 'Ask again' : 'Request waiver'}
      </Button>
    </form>
  );
}
