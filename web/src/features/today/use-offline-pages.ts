import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { planQuery } from '../plans/plan-queries';
import { readinessQuery } from '../readiness/readiness-queries';

const FRESH_MS = 10 * 60_000;

/** Reads Plan and Readiness once Today is there, so that they open without a network even if they were never visited. */
export function useOfflinePages(enrollmentId: string, isReady: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isReady || !navigator.onLine) return;
    void queries.prefetchQuery({ ...planQuery(enrollmentId), staleTime: FRESH_MS });
    void queries.prefetchQuery({ ...readinessQuery(enrollmentId), staleTime: FRESH_MS });
  }, [queries, enrollmentId, isReady]);
}
