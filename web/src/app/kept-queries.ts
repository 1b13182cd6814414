/** What was read last is kept on the device, so that Today, the plan and a log open without a network. */
import { dehydrate, hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query';
import { deviceStore } from '../device/device-store';

/** First words of the keys that are worth keeping: what a learner needs to study and to log. */
const KEPT = new Set(['enrollments', 'enrollment', 'levels']);
const MOST_AGE_MS = 14 * 86_400_000;
const WRITE_AFTER_MS = 1_000;

/** Of the app that wrote: the name of its file holds a hash of its content. What another one read may have another shape. */
const WRITTEN_BY = import.meta.url;

interface Kept {
  at: number;
  by: string;
  state: DehydratedState;
}

/** A page that was read once can be read without a network, however long ago it was open. */
export function keepInMemory(queries: QueryClient): void {
  for (const first of KEPT) queries.setQueryDefaults([first], { gcTime: MOST_AGE_MS });
}

/** Puts back what this account read last; says nothing where there is none, or none that can be read. */
export async function restoreQueries(queries: QueryClient, accountId: string, now = Date.now()): Promise<void> {
  try {
    const kept = (await (await deviceStore()).get('queries', accountId)) as Kept | undefined;
    if (kept && kept.by === WRITTEN_BY && now - kept.at < MOST_AGE_MS) hydrate(queries, asOld(kept.state));
  } catch {
    // A device that keeps nothing.
  }
}

/**
 * However lately it was read: what happened since is not in it, so each page asks again as soon as it is shown. One that could not be asked
 * again when it was kept is as good as any.
 */
const asOld = ({ queries, mutations }: DehydratedState): DehydratedState => ({
  mutations,
  queries: queries.map((query) => ({
    ...query,
    state: { ...query.state, dataUpdatedAt: 0, status: 'success' as const, error: null, fetchStatus: 'idle' as const },
  })),
});

/** Writes what is read from now on, a second after it changed; for whoever `accountId` says is signed in. */
export function keepQueries(queries: QueryClient, accountId: () => string | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    timer = undefined;
    const id = accountId();
    if (!id) return;
    const state = dehydrate(queries, { shouldDehydrateQuery: ({ queryKey, state }) => state.data !== undefined && KEPT.has(String(queryKey[0])) });
    const store = await deviceStore();
    await store.put('queries', { at: Date.now(), by: WRITTEN_BY, state } satisfies Kept, id).catch(() => undefined);
    // The person may have signed out meanwhile.
    if (accountId() !== id) await store.delete('queries', id);
  };
  const stop = queries.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') timer ??= setTimeout(() => void write().catch(() => undefined), WRITE_AFTER_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
