import { Workbox } from 'workbox-window';
import { inBase } from '../api/base';
import { toast } from '../ui/toast-store';

/**
 * Lets the browser keep the app itself, so that it opens without a network (vite.config.ts says what is kept). A newer one waits until all
 * pages of the older are closed, or until the person wants it: never does an open page change under the hands.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const worker = new Workbox(inBase('/service-worker.js'));
  worker.addEventListener('waiting', () => toast('A newer Daymark is here. It opens the next time you start it'));
  worker.register().catch(() => undefined);
}
