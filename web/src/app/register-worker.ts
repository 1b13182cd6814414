import type { QueryClient } from '@tanstack/react-query';
import { inBase } from '../api/base';
import { toast } from '../ui/toast-store';

/** Without an answer or a question for this long, the first page is complete. */
const QUIET_MS = 500;

/**
 * Lets the browser keep the app itself, so that it opens without a network (vite.config.ts says what is kept). A newer one waits until all
 * pages of the older are closed, or until the person wants it: never does an open page change under the hands.
 */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const { Workbox } = await import('workbox-window');
    const worker = new Workbox(inBase('/service-worker.js'));
    worker.addEventListener('waiting', () => toast('A newer Daymark is here. It opens the next time you start it'));
    await worker.register();
  } catch {
    // Without a worker the app needs a network, as any page.
  }
}

/** Calls once the first page is drawn and has what it asked for: what the worker fetches would only make it slower. Gives a function that stops waiting. */
export function whenQuiet(router: { subscribe: (event: 'onRendered', listener: () => void) => () => void }, queries: QueryClient, act: () => void): () => void {
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
    }, QUIET_MS);
  };
  stops.push(
    router.subscribe('onRendered', () => {
      stops.push(queries.getQueryCache().subscribe(wait));
      wait();
    }),
  );
  return stop;
}
