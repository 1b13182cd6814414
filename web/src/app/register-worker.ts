import type { QueryClient } from '@tanstack/react-query';
import { inBase } from '../api/base';
import { toast } from '../ui/toast-store';

/** The first page is complete when no request started or ended for this long. */
const IDLE_MS = 500;

/**
 * Lets the browser keep the app itself, so that it opens without a network (vite.config.ts says what is kept). A newer one waits until all
 * pages of the older are closed, or until the person wants it: never does an open page change under the hands.
 */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const { Workbox } = await import('workbox-window');
    const worker = new Workbox(inBase('/service-worker.js'));
    worker.addEventListener('waiting', () => toast('A new version is ready. It opens the next time you start Daymark'));
    await worker.register();
  } catch {
    // Without a worker, the app works online only.
  }
}

/** Calls `act` once the first page is drawn and idle, because the worker's downloads would slow it down. Returns a function that cancels. */
export function whenIdle(router: { subscribe: (event: 'onRendered', listener: () => void) => () => void }, queries: QueryClient, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops: (() => void)[] = [];
  const stop = () => {
    clearTimeout(timer);
    for (const each of stops.splice(0)) each();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (queries.isFetching() > 0) return;
      stop();
      act();
    }, IDLE_MS);
  };
  stops.push(
    router.subscribe('onRendered', () => {
      stops.push(queries.getQueryCache().subscribe(wait));
      wait();
    }),
  );
  return stop;
}
