import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanChange } from '@server/plans/proposals/proposals.contract';
import { tryPlan } from '@server/readiness/projections/projections.contract';
import { call } from '../../api/call';
import { enrollmentKey } from '../enrollments/enrollment-changes';
import { changeOf, isEmptyChange, type Trial } from './trial';

/** A slider asks once it rests, not at each step. */
const REST_MS = 300;

const whatIfQuery = (enrollmentId: string, change: PlanChange) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'plan-what-if', change],
    queryFn: ({ signal }) => call(tryPlan, { params: { enrollmentId }, body: change }, { signal }),
    // The last answer stays in its place, said to be the last, until the next one is there.
    placeholderData: keepPreviousData,
  });

/** What is tried, and what the plan would be with it. Begins with what stands; `trial` null is closed. */
export function useWhatIf(enrollmentId: string, stands: Trial) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [rested] = useDebouncedValue(trial, REST_MS);
  const change = changeOf(rested ?? stands, stands);
  const isAsked = trial !== null && !isEmptyChange(change);
  const query = useQuery({ ...whatIfQuery(enrollmentId, change), enabled: isAsked });
  return {
    isOpen: trial !== null,
    trial: trial ?? stands,
    setTrial,
    open: (from: Trial = stands) => setTrial(from),
    close: () => setTrial(null),
    change,
    isAsked,
    /** Whether what is shown is not of what is tried by now. */
    isStale: query.isPlaceholderData || rested !== trial,
    result: isAsked ? query.data : undefined,
    error: isAsked ? query.error : null,
  };
}
