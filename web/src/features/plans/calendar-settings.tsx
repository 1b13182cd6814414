import { Button, CopyButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { notSaved } from '../../api/refusal';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { calendarFeedQuery, useOpenCalendarFeed, useRevokeCalendarFeed } from './calendar-queries';

/** The plan in the learner's own calendar program, by a link to subscribe to. */
export function CalendarSettings() {
  const feed = useQuery(calendarFeedQuery());
  return (
    <Section title="Your calendar" lead="Your phone, Google, Outlook or any other calendar shows your plan, workshops and exam, and stays up to date.">
      <QueryRegion query={feed} what="Your calendar">
        {({ url }) => (url === null ? <NoLink /> : <FeedLink url={url} />)}
      </QueryRegion>
    </Section>
  );
}

function NoLink() {
  const open = useOpenCalendarFeed();
  return (
    <div className="stack">
      <div>
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          Create calendar link
        </Button>
      </div>
      <Failure error={open.error} />
    </div>
  );
}

function FeedLink({ url }: { url: string }) {
  const revoke = useRevokeCalendarFeed();
  const act = () => revoke.mutate(undefined, { onSuccess: () => toast('Calendar link revoked. Calendars that use it no longer update') });
  return (
    <div className="stack">
      <TextInput
        label="Calendar link"
        description="Choose Subscribe, not Import, so that your calendar stays up to date. Anyone with this link can read your plan."
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
          Revoke link
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
