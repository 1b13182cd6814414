import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readCalibration } from '@server/readiness/calibration/calibration.contract';
import { readForecast } from '@server/readiness/forecast/forecast.contract';
import { readReadiness } from '@server/readiness/readiness.contract';
import { call } from '../../api/call';
import { enrollmentKey, STAYS_FRESH_MS } from '../enrollments/enrollment-changes';

export const readinessQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [...enrollmentKey(enrollmentId), 'readiness'],
    queryFn: () => call(readReadiness, { params: { enrollmentId } }),
    // Each second until there is a first score.
    refetchInterval: ({ state }) => (state.data?.state === 'computing' ? 1_000 : STAYS_FRESH_MS),
  });

export const forecastQuery = (enrollmentId: string) =>
  queryOptions({ queryKey: [...enrollmentKey(enrollmentId), 'readiness-forecast'], queryFn: () => call(readForecast, { params: { enrollmentId } }) });

/** The forecast beside a score: it is asked for again with each new one. */
export function useForecast(enrollmentId: string, computedAt: string | null, isEnabled: boolean) {
  const queries = useQueryClient();
  const known = useRef(computedAt);
  useEffect(() => {
    if (known.current !== computedAt) void queries.invalidateQueries({ queryKey: forecastQuery(enrollmentId).queryKey });
    known.current = computedAt;
  }, [queries, enrollmentId, computedAt]);
  return useQuery({ ...forecastQuery(enrollmentId), enabled: isEnabled });
}

export const calibrationQuery = () => queryOptions({ queryKey: ['readiness-calibration'], queryFn: () => call(readCalibration, {}) });
