import type pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../boot/start-fault.js';
import { openClient } from './session.js';

/** Any number. Every process of Daymark shares this lock of the database, and a restore takes it alone. */
export const PRESENCE_LOCK = 7_264_004;
const RETRY_MS = 1_000;

export interface Presence {
  end(): Promise<void>;
}

/**
 * Shows for as long as this process lives that Daymark uses the database, so that nobody restores it meanwhile. A connection that is lost is
 * opened again. Throws `StartFault` while a restore runs.
 */
export async function holdPresence(url: string): Promise<Presence> {
  const ending = new AbortController();
  let client = await share(url);
  const renew = async () => {
    while (!ending.signal.aborted) {
      const next = await share(url).catch(() => undefined);
      if (next) return watch(next);
      await pause(RETRY_MS, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
    }
  };
  const watch = (next: pg.Client) => {
    client = next;
    client.once('end', () => void (ending.signal.aborted || renew()));
  };
  watch(client);
  return {
    end: async () => {
      ending.abort();
      // A connection that hangs must not hold up the end of the process.
      await Promise.race([client.end().catch(() => undefined), pause(RETRY_MS, undefined, { ref: false })]);
    },
  };
}

async function share(url: string): Promise<pg.Client> {
  const client = await openClient({ connectionString: url, application_name: 'daymark presence' });
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock_shared($1) as held', [PRESENCE_LOCK]);
  if (rows[0]?.held) return client;
  await client.end();
  throw new StartFault('A restore is running on this database: start Daymark again when it has finished.');
}
