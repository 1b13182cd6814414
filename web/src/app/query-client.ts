import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/refusal';

/** A refusal says the same when asked again; silence may pass. */
const retry = (failures: number, error: unknown) => !(error instanceof Refusal && error.problem.status < 500) && failures < 2;

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, retryDelay: (attempt) => 500 * 2 ** attempt, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
