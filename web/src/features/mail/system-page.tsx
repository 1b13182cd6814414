import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSettings, Message } from '@server/platform/mail/mail.contract';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { Chip } from '../../ui/chip';
import { Empty } from '../../ui/empty';
import { Facts } from '../../ui/facts';
import { whenOf } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { ReadinessSweep } from '../readiness/readiness-sweep';
import { healthQuery, versionQuery } from './health-query';
import { mailSettingsQuery, messageQuery, messagesQuery } from './mail-queries';
import classes from './system-page.module.css';

const STATES: Record<Message['state'], { word: string; tone: 'plain' | 'ready' | 'near' | 'risk' | 'outline' }> = {
  waiting: { word: 'Waiting', tone: 'outline' },
  sent: { word: 'Sent', tone: 'ready' },
  kept: { word: 'Kept in the outbox', tone: 'plain' },
  unknown: { word: 'Perhaps sent, not tried again', tone: 'near' },
  failed: { word: 'Refused', tone: 'risk' },
  canceled: { word: 'Canceled', tone: 'plain' },
};

const HOW: Record<MailSettings['via'], (from: string) => string> = {
  smtp: (from) => `Sent as ${from}.`,
  outbox: () => 'No mail server is set up, so no mail is sent. It is kept as files in the outbox of the data folder.',
};

const mailWords = (mail: MailSettings | undefined) => (!mail ? '…' : mail.problem ? 'Not sending' : mail.via === 'smtp' ? 'Healthy' : 'No mail server');

/** The clock of this process beside the database’s. */
function clockWords(skewSeconds: number | null): string {
  if (skewSeconds === null) return 'Unknown';
  return skewSeconds === 0 ? 'In sync' : `${Math.abs(skewSeconds)} s off`;
}

/** The health of this installation, and every mail with its state. */
export default function SystemPage() {
  const health = useQuery(healthQuery());
  const version = useQuery(versionQuery());
  const messages = useInfiniteQuery(messagesQuery());
  const settings = useQuery(mailSettingsQuery());
  return (
    <>
      <PageHead
        title="System"
        lead="Health of this installation, and its mail"
        aside={
          <>
            <ButtonLink to="/calibration" variant="default">
              How chances came out
            </ButtonLink>
            <ButtonLink to="/audit">Audit trail</ButtonLink>
          </>
        }
      />
      <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
        <QueryRegion query={health} what="The state of things">
          {({ ready, workerReady, database, clockSkewSeconds }) => (
            <>
              {!ready && (
                <Callout tone="risk" title="Daymark isn’t working as it should">
                  The database is {database}. See the log for details.
                </Callout>
              )}
              {ready && !workerReady && (
                <Callout tone="risk" title="Background work has stopped">
                  People can use Daymark, but mail, plans and readiness scores are delayed. Check the worker’s log, or restart the worker.
                </Callout>
              )}
              {settings.data?.problem && <MailProblem waiting={settings.data.waiting} {...settings.data.problem} />}
              <Facts
                facts={[
                  { name: 'State', value: ready ? 'Healthy' : 'Down' },
                  { name: 'Background work', value: workerReady ? 'Healthy' : 'Stopped' },
                  { name: 'Database', value: database === 'up' ? 'Reachable' : 'Not reachable' },
                  { name: 'Mail', value: mailWords(settings.data) },
                  { name: 'Clock', value: clockWords(clockSkewSeconds) },
                  { name: 'Version', value: version.data?.version ?? '…' },
                ]}
              />
            </>
          )}
        </QueryRegion>
        <ReadinessSweep />
        <Section title="Mail" lead={settings.data && HOW[settings.data.via](settings.data.from)}>
          <QueryRegion
            query={messages}
            what="Mail"
            isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
            empty={
              <Empty title="No mail yet" bare>
                Reminders and other mail show here. Secret links are hidden.
              </Empty>
            }
          >
            {({ pages }) => (
              <ul className={classes.messages}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((message) => (
                    <MessagePart key={message.id} message={message} />
                  ))}
              </ul>
            )}
          </QueryRegion>
          {messages.hasNextPage && (
            <Button variant="default" loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
              Show earlier
            </Button>
          )}
        </Section>
      </div>
    </>
  );
}

function MailProblem({ waiting, at, response }: { waiting: number; at: string; response: string }) {
  return (
    <Callout tone="risk" title="Mail isn’t going out">
      {waiting === 1 ? '1 message is waiting' : `${waiting} messages are waiting`}. Daymark keeps trying and sends them when the mail server works again. Last
      answer, {whenOf(at)}: {response}
    </Callout>
  );
}

function MessagePart({ message: { id, subject, to, state, createdAt } }: { message: Message }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...messageQuery(id), enabled: isOpen });
  const { word, tone } = STATES[state];
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="grow">
            <span className="b">{subject}</span>
            <span className="sm soft">
              {to}, {whenOf(createdAt)}
            </span>
          </span>
          <Chip tone={tone}>{word}</Chip>
        </summary>
        {isOpen && (
          <QueryRegion query={query} what="The message">
            {({ text, deliveries }) => (
              <div className="stack">
                {text ? <pre className={classes.text}>{text}</pre> : <p className="sm soft">What was sent is not kept.</p>}
                {deliveries.map(({ attempt, outcome, response }) => (
                  <p key={attempt} className="sm soft">
                    Attempt {attempt}: {outcome ?? 'under way'} {response}
                  </p>
                ))}
              </div>
            )}
          </QueryRegion>
        )}
      </details>
    </li>
  );
}
