import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, StartFault } from '../boot/start-fault.js';
import { DATABASE_USER, ensureCluster, writeSettings } from './cluster.js';
import { findHome, type Home } from './home.js';
import { isServerOf, runningPostmaster } from './postmaster.js';
import { runAs } from './server-user.js';

/** PostgreSQL 18 that came with the packages: a server process of its own, which Daymark starts first and stops last. */
export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** A command line beside a running Daymark uses its database and leaves it running; without one it starts and stops it itself. */
  share?: boolean;
  /** For tests: may lose everything in a crash, and is faster. */
  throwAway?: boolean;
  /** Told one line where something is worth knowing. */
  tell?: (line: string) => void;
}

const DATABASE = 'daymark';
/** Any number; who holds this lock answers for the server. */
const OWNER_LOCK = 7_264_000;
const START_ATTEMPTS = 20;
const START_SECONDS = '120';
const STOP_SECONDS = '60';
/** Together 10 s. */
const [MAX_END_TRIES, END_PAUSE_MS] = [500, 20];

/**
 * Starts PostgreSQL under the data folder, or takes over one that still runs there since its Daymark was killed. Nothing that was
 * acknowledged is lost either way: the server recovers by itself.
 */
export async function startEmbeddedPostgres(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const home = await findHome(dataFolder, options.tell ?? (() => undefined));
  await ensureCluster(home, options.throwAway ?? false);
  const port = await startOrAdopt(home, options.throwAway ?? false);
  const url = (database: string) => `postgres://${DATABASE_USER}:${home.password}@127.0.0.1:${port}/${database}`;
  const owner = await holdOwnership(url('postgres'), options.share ?? false);
  if (!owner && !options.share) {
    throw new StartFault(`Another Daymark runs on ${dataFolder} already: stop it first, or choose another folder with DAYMARK_DATA_DIR.`);
  }
  await ensureDatabase(url('postgres'));
  let stopped: Promise<void> | undefined;
  return { url: url(DATABASE), stop: () => (stopped ??= stop(home, owner)) };
}

/** Several attempts: the children of a server that was killed keep its memory for a moment, and two processes may start at once. */
async function startOrAdopt(home: Home, isThrowAway: boolean): Promise<number> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const running = runningPostmaster(home);
    if (running && (await answers(home, running.port, running.pid))) return running.port;
    const port = await choosePort(home);
    writeSettings(home, port, isThrowAway);
    const code = await runAs(home.user, join(home.binaries, 'pg_ctl'), ['start', '-w', '-t', START_SECONDS, '-D', home.cluster, '-l', home.log], home.folder);
    if (code === 0) {
      if (port !== home.port) home.keepPort(port);
      return port;
    }
    await pause(500);
  }
  throw new StartFault(`The embedded database does not start: ${lastComplaint(home)} (the whole log is ${home.log}).`);
}

/** Waits while the server recovers or goes down; false when it is gone. */
async function answers(home: Home, port: number, pid: number): Promise<boolean> {
  while (isServerOf(home.cluster, pid)) {
    try {
      await withClient(`postgres://${DATABASE_USER}:${home.password}@127.0.0.1:${port}/postgres`, (client) => client.query('select 1'));
      return true;
    } catch (error) {
      if (codeOf(error) === '28P01')
        throw new StartFault(`The password in postgres.json is not that of the database in ${home.cluster}: restore the file from a backup.`);
      await pause(100);
    }
  }
  return false;
}

/** A connection that holds the lock for as long as this process lives, however it ends; nothing when another process holds it. */
async function holdOwnership(url: string, atOnce: boolean): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'daymark owner', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  // The connection of a predecessor that was killed a moment ago may still be closing.
  for (let attempt = 0; attempt < (atOnce ? 1 : 10); attempt++) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [OWNER_LOCK]);
    if (rows[0]?.held) return client;
    await pause(200);
  }
  await client.end();
  return undefined;
}

async function ensureDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount) return;
    await client.query(`create database ${DATABASE}`).catch((error: unknown) => {
      // Another process has just made it.
      if (!['42P04', '23505'].includes(codeOf(error))) throw error;
    });
  });
}

/** Ends open connections and stops in an orderly way; a borrower stops nothing. Resolves once the server's process is gone. */
async function stop(home: Home, owner: pg.Client | undefined): Promise<void> {
  if (!owner) return;
  await owner.end().catch(() => undefined);
  const server = runningPostmaster(home);
  await runAs(home.user, join(home.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-w', '-t', STOP_SECONDS, '-D', home.cluster], home.folder);
  if (server) await hasEnded(home, server.pid);
}

/** pg_ctl is content when the pid file is gone, a moment before the process ends: on a busy machine a second, in which a start would find the port taken. */
async function hasEnded(home: Home, pid: number): Promise<void> {
  for (let tries = 0; tries < MAX_END_TRIES && isServerOf(home.cluster, pid); tries++) await pause(END_PAUSE_MS);
}

async function withClient<Answer>(url: string, use: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of the last start, or a free one when there was none or somebody else has it by now. */
async function choosePort(home: Home): Promise<number> {
  return (home.port !== null && (await freePort(home.port))) || (await freePort(0)) || 0;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

function lastComplaint(home: Home): string {
  const log = existsSync(home.log) ? readFileSync(home.log, 'utf8') : '';
  // Before it reads its settings, the server names only itself.
  return log.match(/(?:FATAL|PANIC):\s+(.*)/g)?.at(-1) ?? log.match(/^postgres: .+/gm)?.at(-1) ?? 'it gives no reason';
}
