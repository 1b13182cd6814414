import type { ReactNode } from 'react';
import { ErrorRegion } from './error-region';
import { Failed } from './failed';
import { CardSkeleton } from './skeleton';
import { useTimeSlicedRender } from './use-time-sliced-render';

/** What a query of TanStack tells, as far as this needs it. */
interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<Data> {
  query: Asked<Data>;
  /** What it is: 'Readiness'. Names it where it fails. */
  what: string;
  /** A skeleton of the final size; a card of rows unless said. */
  waiting?: ReactNode;
  /** What stands here when there is nothing, and how one knows. */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The four states of a part: loading, failed, empty, full. What was loaded stays while it is asked for again. */
export function QueryRegion<Data>({ query, what, waiting = <CardSkeleton />, isEmpty, empty, children }: Props<Data>) {
  const isDrawn = useTimeSlicedRender(query.data !== undefined);
  if (query.data === undefined && query.error) return <Failed what={what} error={query.error} again={() => void query.refetch()} />;
  if (query.data === undefined || !isDrawn) return waiting;
  if (isEmpty?.(query.data)) return empty;
  return (
    <ErrorRegion what={what}>
      <Full data={query.data}>{children}</Full>
    </ErrorRegion>
  );
}

/** Drawn below the boundary, so that a fault in drawing is caught by it. */
function Full<Data>({ data, children }: { data: Data; children: (data: Data) => ReactNode }) {
  return children(data);
}
