import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseFault } from './database-fault.js';
import { placeOf } from './database-place.js';
import { StartFault } from './start-fault.js';

export interface Patience {
  /** After this time the start gives up. */
  seconds: number;
  /** Ends the waiting at once. */
  signal?: AbortSignal;
  tell?: (line: string) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const CONNECT_MS = 3_000;

/**
 * Waits until the database takes connections, asking again with growing pauses: a queue that is built while it is down would stay dead for
 * ever, so nothing else starts before. Gives up in one sentence.
 */
export async function waitForDatabase(url: string, { seconds, signal, tell }: Patience): Promise<void> {
  const place = placeOf(url);
  const giveUpAt = performance.now() + seconds * 1_000;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const error = await tryToConnect(url);
    if (error === undefined) return;
    const { sentence, isFinal } = databaseFault(error, place);
    if (isFinal || performance.now() + wait > giveUpAt) throw new StartFault(sentence);
    if (wait === FIRST_PAUSE_MS) tell?.(`Waiting for the database at ${place.at} ...`);
    await pause(wait, undefined, signal ? { signal } : {});
  }
}

async function tryToConnect(url: string): Promise<unknown> {
  let client: pg.Client | undefined;
  try {
    // Here, because it reads the certificate files that the address names.
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client?.end().catch(() => undefined);
  }
}
