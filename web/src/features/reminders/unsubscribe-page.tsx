import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Empty } from '../../ui/empty';
import { QueryRegion } from '../../ui/query-region';
import { PageHead } from '../../ui/page-head';
import { unsubscriptionQuery, useUnsubscribe } from './reminder-queries';

/** Where the link at the foot of a reminder leads: says what would end, and ends it with one button. Nobody needs to sign in. */
export default function UnsubscribePage() {
  const { token } = useParams({ strict: false });
  const query = useQuery(unsubscriptionQuery(token ?? ''));
  const end = useUnsubscribe(token ?? '');
  return (
    <main id="main" tabIndex={-1} style={{ maxWidth: 560, marginInline: 'auto', padding: '48px 20px' }}>
      <PageHead title="Study reminders" />
      <QueryRegion query={query} what="This link">
        {({ email, unsubscribed }) =>
          unsubscribed ? (
            <Empty title="No more reminders" art="coast">
              {email} gets none from now on. Under Settings you can have them again.
            </Empty>
          ) : (
            <Empty
              title="End reminders?"
              action={
                <Button size="lg" loading={end.isPending} onClick={() => end.mutate()}>
                  No more reminders
                </Button>
              }
            >
              {email} then gets no mail on planned days. Your plan and what you logged stay.
            </Empty>
          )
        }
      </QueryRegion>
      {end.error && (
        <p className="risk" role="alert">
          {end.error.message}
        </p>
      )}
    </main>
  );
}
