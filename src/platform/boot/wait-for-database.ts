import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, StartFault } from './start-fault.js';

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

/** Refusals that waiting does not cure. */
const FINAL: Record<string, (name: string) => string> = {
  '28P01': () => 'The database refuses the user or the password in DATABASE_URL: correct them.',
  '28000': () => 'The database refuses the user or the way of connecting in DATABASE_URL: correct them, or allow them in pg_hba.conf.',
  '3D000': (name) => `There is no database ${name} on that server: create it (create database ${name}), or correct DATABASE_URL.`,
};

/**
 * Waits until the database takes connections, asking again with growing pauses: a queue that is built while it is down would stay dead for
 * ever, so nothing else starts before. Gives up in one sentence.
 */
export async function waitForDatabase(url: string, { seconds, signal, tell }: Patience): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const giveUpAt = performance.now() + seconds * 1_000;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const fault = await tryToConnect(url);
    if (fault === undefined) return;
    const final = FINAL[codeOf(fault)];
    if (final) throw new StartFault(final(decodeURIComponent(pathname.slice(1))));
    if (performance.now() + wait > giveUpAt)
      throw new StartFault(`The database at ${place} does not answer (${reasonOf(fault)}): start it, or correct DATABASE_URL.`);
    if (wait === FIRST_PAUSE_MS) tell?.(`Waiting for the database at ${place} ...`);
    await pause(wait, undefined, signal ? { signal } : {});
  }
}

async function tryToConnect(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ETIMEDOUT: 'no answer in time',
  '57P03': 'it is still starting',
  '53300': 'it has no free connection',
};

const reasonOf = (fault: unknown) => REASONS[codeOf(fault)] ?? (fault instanceof Error && fault.message ? fault.message : codeOf(fault));
