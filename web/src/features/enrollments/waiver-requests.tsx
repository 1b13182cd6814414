import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { WaiverReason, type WaiverRequestRow } from '@server/enrollments/waivers/waiver-requests.contract';
import { messageOf } from '../../ui/failed';
import { dateInFull, dateOf } from '../../ui/format';
import { Card } from '../../ui/section';
import { PersonName } from '../../ui/person-name';
import { textLimit } from '../../ui/text-limit';
import { toast } from '../../ui/toast-store';
import { useDeclineWaiverRequest, useGrantWaiver, waiverRequestsQuery } from './waiver-queries';
import classes from './waiver-requests.module.css';

/** Open waiver requests that the signed-in person may decide. Shows nothing if there are none. */
export function WaiverRequests() {
  const { data } = useQuery(waiverRequestsQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <Card title="Waiver requests" aside={<span className="num">{data.nextCursor ? `${data.items.length}, and more` : data.items.length}</span>}>
      <Requests items={data.items} label="Open waiver requests" />
    </Card>
  );
}

/** The same for one learner. */
export function WaiverRequestsOf({ accountId, name }: { accountId: string; name: string }) {
  const { data } = useQuery(waiverRequestsQuery(accountId));
  return data && data.items.length > 0 ? <Requests items={data.items} label={`Requests of ${name}`} /> : null;
}

const Requests = ({ items, label }: { items: readonly WaiverRequestRow[]; label: string }) => (
  <ul className={classes.requests} aria-label={label}>
    {items.map((request) => (
      <Request key={request.id} request={request} />
    ))}
  </ul>
);

/** Both answers need a reason. If the request is declined, the learner sees it. */
function Request({ request: { id, learner, level, certification, reason: asked, askedAt } }: { request: WaiverRequestRow }) {
  const heading = useId();
  const [reason, setReason] = useState('');
  const grant = useGrantWaiver(learner.id);
  const decline = useDeclineWaiverRequest(learner.id);
  const isWanting = !WaiverReason.safeParse(reason).success;
  const error = grant.error ?? decline.error;
  const accept = () => grant.mutate({ levelId: level.id, reason }, { onSuccess: () => toast(`${learner.name} may start ${level.title}`) });
  const refuse = () => decline.mutate({ requestId: id, reason }, { onSuccess: () => toast(`Declined. ${learner.name} sees your reason`) });
  return (
    <li aria-labelledby={heading}>
      <div className="b" id={heading}>
        <PersonName>{learner.name}</PersonName>: {level.title}
      </div>
      <p className="sm soft">
        {certification.title}, asked on {dateInFull(dateOf(askedAt))}
      </p>
      <p className="read">“{asked}”</p>
      <div className={classes.answer}>
        <TextInput
          label="Your reason"
          description="Stored with your name. If you decline, the learner sees it"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          {...textLimit(WaiverReason, reason, error && messageOf(error))}
        />
        <div className="row">
          <Button disabled={isWanting} loading={grant.isPending} onClick={accept}>
            Grant waiver
          </Button>
          <Button variant="default" disabled={isWanting} loading={decline.isPending} onClick={refuse}>
            Decline
          </Button>
        </div>
      </div>
    </li>
  );
}
