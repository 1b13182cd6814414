import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readToday, type Today } from '@server/today/today.contract';
import { call } from '../../api/call';
import { enrollmentKey, STAYS_FRESH_MS } from '../enrollments/enrollment-changes';

export const todayQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'today'], queryFn: () => call(readToday, { params: { enrollmentId } }) });

/** How long it asks again each second for readiness to cover what was logged. */
const PATIENCE_MS = 10_000;

const covers = (today: Today | undefined, changedAt: string) => Date.parse(today?.readiness.coversUntil ?? '') >= Date.parse(changedAt);

/**
 * The Today page's data. After `awaitReadiness(entry.changedAt)`, or before the very first score, it asks again each second, for at
 * most ten, until the score covers that change; then each minute, as every open page does.
 */
export function useToday(enrollmentId: string) {
  const [awaited, setAwaited] = useState({ changedAt: '', isPatient: true });
  useEffect(() => {
    const timer = setTimeout(() => setAwaited((now) => ({ ...now, isPatient: false })), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [awaited.changedAt]);
  const isWaiting = (today: Today | undefined) =>
    awaited.isPatient && (awaited.changedAt ? !covers(today, awaited.changedAt) : today?.readiness.state === 'computing');
  const query = useQuery({ ...todayQuery(enrollmentId), refetchInterval: ({ state }) => (isWaiting(state.data) ? 1_000 : STAYS_FRESH_MS) });
  return { ...query, isWaiting: isWaiting(query.data), awaitReadiness: (changedAt: string) => setAwaited({ changedAt, isPatient: true }) };
}
