/** What follows from a change of an enrollment: all of it is asked for again, in this tab and in the others that are open. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { named } from '../../api/base';

/** Everything of one enrollment lies below this key, so that one change makes all of it ask again. */
export const enrollmentKey = (enrollmentId: string) => ['enrollment', enrollmentId] as const;

/** Readiness is worked out after a change: mostly within a second or two, later on a busy day. */
const FOLLOWS_AFTER_MS = [2_000, 8_000] as const;
const SHOWS_READINESS = new Set(['today', 'readiness', 'readiness-forecast']);
/** Of everybody: the learner's own list, and their mentor's board. */
const LISTS = ['enrollments', 'learners'] as const;

/** An open page asks again this often, while it can be seen: what changed may have changed on another device. */
export const STAYS_FRESH_MS = 60_000;

let otherTabs: BroadcastChannel | undefined;

/** Says that something of an enrollment changed. Settles once this tab has asked again. */
export function enrollmentChanged(queries: QueryClient, enrollmentId: string): Promise<unknown> {
  otherTabs?.postMessage(enrollmentId);
  return askAgain(queries, enrollmentId);
}

/** Opens the line to the other tabs of this browser, until it is closed by what it returns. */
export function hearOtherTabs(queries: QueryClient): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const line = new BroadcastChannel(named('daymark-enrollments'));
  line.addEventListener('message', ({ data }) => void askAgain(queries, String(data)));
  otherTabs = line;
  return () => {
    if (otherTabs === line) otherTabs = undefined;
    line.close();
  };
}

function askAgain(queries: QueryClient, enrollmentId: string): Promise<unknown> {
  for (const after of FOLLOWS_AFTER_MS)
    setTimeout(() => void queries.invalidateQueries({ predicate: ({ queryKey }) => showsReadiness(queryKey, enrollmentId) }), after);
  return Promise.all([enrollmentKey(enrollmentId), ...LISTS.map((list) => [list])].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Whether a query shows the readiness of an enrollment. */
const showsReadiness = ([first, second, what]: QueryKey, enrollmentId: string): boolean =>
  first === 'learners' || (first === 'enrollment' && second === enrollmentId && SHOWS_READINESS.has(String(what)));
