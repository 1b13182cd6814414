import { queryOptions } from '@tanstack/react-query';
import { readSweepProgress } from '@server/readiness/sweep/sweep.contract';
import { call } from '../../api/call';

const [WHILE_AT_IT_MS, ELSE_MS] = [3_000, 60_000];

export const sweepQuery = () =>
  queryOptions({
    queryKey: ['readiness-sweep'],
    queryFn: () => call(readSweepProgress, {}),
    refetchInterval: ({ state }) => (state.data && state.data.due > 0 ? WHILE_AT_IT_MS : ELSE_MS),
  });
