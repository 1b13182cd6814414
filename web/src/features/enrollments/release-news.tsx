import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { putReleaseNewsAway, readReleaseNews } from '@server/enrollments/moves/moves.contract';
import { call } from '../../api/call';
import { Callout } from '../../ui/callout';
import { counted } from '../../ui/format';
import { Changes } from '../curriculum/changes';
import { enrollmentChanged, enrollmentKey } from './enrollment-changes';

const releaseNewsQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'release-news'], queryFn: () => call(readReleaseNews, { params: { enrollmentId } }) });

/** What a move to another release changed for this learner, until they have seen it. */
export function ReleaseNews({ enrollmentId, level }: { enrollmentId: string; level: string }) {
  const { data } = useQuery(releaseNewsQuery(enrollmentId));
  const queries = useQueryClient();
  const putAway = useMutation({
    mutationFn: () => call(putReleaseNewsAway, { params: { enrollmentId } }),
    onSuccess: () => enrollmentChanged(queries, enrollmentId),
  });
  const news = data?.news;
  if (!news) return null;
  return (
    <Callout title={`${level} was renewed: you are on release ${news.to} now`}>
      <p>Everything you logged is still there, and your plan follows by itself.</p>
      {news.changes.length > 0 ? (
        <details>
          <summary>{counted(news.changes.length, 'change')} to your level</summary>
          <Changes changes={news.changes} />
        </details>
      ) : (
        <p>Nothing changed in your level.</p>
      )}
      <Button variant="default" size="sm" mt={8} loading={putAway.isPending} onClick={() => putAway.mutate()}>
        Got it
      </Button>
    </Callout>
  );
}
