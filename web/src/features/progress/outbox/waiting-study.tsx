import { Button } from '@mantine/core';
import { Callout } from '../../../ui/callout';
import { DateText } from '../../../ui/date-text';
import { minutesOf } from '../../../ui/format';
import { Row, Rows } from '../../../ui/rows';
import { toast, toastFault } from '../../../ui/toast-store';
import { discard, logOrKeep, useOutbox } from './outbox';
import type { KeptStudy } from './outbox-entry';

/** Study that waits for a network, and study that the server did not take, each with its reason. Nothing where nothing waits. */
export function WaitingStudy({ enrollmentId }: { enrollmentId: string }) {
  const entries = useOutbox().filter((entry) => entry.enrollmentId === enrollmentId);
  const [waiting, refused] = [entries.filter(({ refusal }) => refusal === null), entries.filter(({ refusal }) => refusal !== null)];
  return (
    <>
      {waiting.length > 0 && (
        <Callout title={waitingTitle(waiting)}>
          <p>Saved on this device. It is sent by itself, once.</p>
          <KeptRows entries={waiting} label="Waiting for the network" />
        </Callout>
      )}
      {refused.length > 0 && (
        <Callout tone="risk" title={refused.length === 1 ? 'One log was not taken' : `${refused.length} logs were not taken`}>
          <KeptRows entries={refused} label="Not taken" />
        </Callout>
      )}
    </>
  );
}

function waitingTitle(waiting: readonly KeptStudy[]): string {
  const minutes = minutesOf(waiting.reduce((sum, { study }) => sum + study.minutes, 0));
  return waiting.length === 1 ? `${minutes} wait for the network` : `${waiting.length} logs wait for the network, ${minutes}`;
}

function KeptRows({ entries, label }: { entries: readonly KeptStudy[]; label: string }) {
  return (
    <Rows label={label}>
      {entries.map((entry) => (
        <Row
          key={entry.attempt}
          title={`${minutesOf(entry.study.minutes)}: ${entry.title}`}
          note={entry.refusal ?? <DateText date={entry.study.date} form="weekday" />}
          aside={
            <Button variant="subtle" aria-label={`Discard ${minutesOf(entry.study.minutes)}: ${entry.title}`} onClick={() => void takeBack(entry)}>
              Discard
            </Button>
          }
        />
      ))}
    </Rows>
  );
}

async function takeBack({ attempt, enrollmentId, study, title }: KeptStudy): Promise<void> {
  try {
    await discard(attempt);
  } catch {
    return toastFault('It could not be discarded: this device does not answer');
  }
  toast(`${minutesOf(study.minutes)} discarded`, () => logOrKeep(enrollmentId, attempt, study, title));
}
