import { Button, CopyButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { notSaved } from '../../api/refusal';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { calendarFeedQuery, useOpenCalendarFeed, useRevokeCalendarFeed } from './calendar-queries';

/** The plan in one's own calendar program, by an address to subscribe to. */
export function CalendarSettings() {
  const feed = useQuery(calendarFeedQuery());
  return (
    <Section title="Your calendar" lead="Phone, Google, Outlook or any other calendar shows your plan and your exam, and follows when they move.">
      <QueryRegion query={feed} what="Your calendar">
        {({ url }) => (url === null ? <NoAddress /> : <Address url={url} />)}
      </QueryRegion>
    </Section>
  );
}

function NoAddress() {
  const open = useOpenCalendarFeed();
  return (
    <div className="stack">
      <div>
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          Make an address
        </Button>
      </div>
      <Failure error={open.error} />
    </div>
  );
}

function Address({ url }: { url: string }) {
  const revoke = useRevokeCalendarFeed();
  const act = () => revoke.mutate(undefined, { onSuccess: () => toast('The address is revoked. Calendars that read it find nothing now') });
  return (
    <div className="stack">
      <TextInput
        label="Address to subscribe to"
        description="Whoever has it can read your plan. Subscribe to it; a calendar that imports it once does not follow."
        value={url}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="row">
        <CopyButton value={url}>{({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
        <Button component="a" variant="default" href={url.replace(/^https?:/, 'webcal:')}>
          Subscribe on this device
        </Button>
        <Button variant="subtle" color="rose" loading={revoke.isPending} onClick={act}>
          Revoke it
        </Button>
      </div>
      <Failure error={revoke.error} />
    </div>
  );
}

function Failure({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <p className="sm risk" role="alert">
      {notSaved(error)}
    </p>
  );
}
