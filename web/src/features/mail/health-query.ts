import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { readVersion } from '@server/platform/health/health.contract';
import { inBase } from '../../api/base';
import { call } from '../../api/call';
import { NoAnswer } from '../../api/refusal';

const Health = z.object({
  ready: z.boolean(),
  workerReady: z.boolean(),
  database: z.enum(['up', 'down']),
  clockSkewSeconds: z.number().nullable(),
});

export const versionQuery = () => queryOptions({ queryKey: ['version'], queryFn: ({ signal }) => call(readVersion, {}, { signal }), staleTime: Infinity });

/** What the process says of itself; it answers 503 with the same shape when it is not ready. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['health'],
    refetchInterval: 30_000,
    queryFn: async () => {
      const response = await fetch(inBase('/health/ready')).catch((error: unknown) => {
        throw new NoAnswer({ cause: error });
      });
      return Health.parse(await response.json());
    },
  });
