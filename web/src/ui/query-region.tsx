import type { ReactNode } from 'react';
import { ErrorRegion } from './error-region';
import { Failed } from './failed';
import { CardSkeleton } from './skeleton';
import { useTimeSlicedRender } from './use-time-sliced-render';

/** The parts of a TanStack query that are needed here. */
interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<Data> {
  query: Asked<Data>;
  /** Its name in an error message: 'Readiness'. */
  what: string;
  /** A skeleton of the final size. A card with rows by default. */
  waiting?: ReactNode;
  /** Whether the data is empty, and what to show then. */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The four states of a section: loading, failed, empty, full. Loaded data stays visible while it is loaded again. */
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
