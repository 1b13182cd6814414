import type { Settings } from '../config/config.js';
import { holdPresence, type Presence } from '../database/presence.js';
import { startEmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { makeFolder } from '../embedded/private-file.js';
import { tokenSecret } from '../embedded/secrets.js';
import type { Ground } from '../platform.module.js';
import { listeningHost, refuseTakenPort } from './address.js';
import { checkDatabase } from './check-database.js';
import { placeOf } from './database-place.js';
import { setUpEngine } from './engine.js';
import { runAllMigrations } from './migrations.js';
import { rightsFault } from './rights-fault.js';
import { stopSignal } from './stop-signal.js';
import { StartFault } from './start-fault.js';
import { waitForDatabase, type Patience } from './wait-for-database.js';
import { waitForRedis } from './wait-for-redis.js';

/** The ground that everything else is built on, and how to leave it: the database is stopped last. */
export interface Booted extends Ground {
  stopDatabase(): Promise<void>;
}

export interface BootOptions {
  /** For command lines: listens on no port, and uses the database of a Daymark that runs already. */
  isCommand?: boolean;
  /** Where lines about what takes long go. A command's standard output is its own. */
  tell?: (line: string) => void;
}

/** How long a process that serves people waits for Redis at its start. */
const SERVE_WITHOUT_REDIS_SECONDS = 5;
/** What a shell expects of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * The order of the start: settings, port, secrets, database, its migrations and the queues'. Only then may modules be built, since a queue
 * that meets an absent or unmigrated database stays dead for ever. Throws `StartFault` for what people can put right.
 */
export async function boot(settings: Settings, options: BootOptions = {}): Promise<Booted> {
  setUpEngine();
  const stop = stopSignal();
  const { isCommand = false } = options;
  const tell = options.tell ?? ((line: string) => void (isCommand ? process.stderr : process.stdout).write(`${line}\n`));
  const host = isCommand ? settings.HOST : await listeningHost(settings.HOST);
  if (!isCommand) await refuseTakenPort(host, settings.PORT);
  if (!settings.DATABASE_URL || !settings.SMTP_URL) makeFolder(settings.DAYMARK_DATA_DIR);
  const config = { ...settings, HOST: host, DAYMARK_TOKEN_SECRET: tokenSecret(settings) };
  const database = await openDatabase(settings, isCommand, tell);
  let presence: Presence | undefined;
  const stopDatabase = async () => {
    await presence?.end();
    await database.stop();
  };
  try {
    const patience = { seconds: settings.DAYMARK_DATABASE_WAIT_SECONDS, signal: stop, tell };
    await waitForDatabase(database.url, patience);
    await checkDatabase(database.url);
    presence = await holdPresence(database.url);
    if (settings.REDIS_URL) await findRedis(settings.REDIS_URL, patience, settings.DAYMARK_ROLES !== 'worker' && !isCommand);
    const queueStore = settings.REDIS_URL ? { redisUrl: settings.REDIS_URL } : { databaseUrl: database.url };
    if (!stop.aborted) await runAllMigrations(database.url, queueStore, settings, tell);
    stop.throwIfAborted();
    // A command that is interrupted takes its database along; a server stops in its own order.
    if (isCommand) stop.addEventListener('abort', () => void stopDatabase().finally(() => process.exit(INTERRUPTED)));
    return { config, databaseUrl: database.url, queueStore, stopDatabase };
  } catch (error) {
    await stopDatabase();
    if (stop.aborted) process.exit(isCommand ? INTERRUPTED : 0);
    throw rightsFault(error, placeOf(database.url)) ?? error;
  }
}

/**
 * The API works without the queues, so a process that serves people does not wait long. The queue module logs that Redis is missing.
 * A worker can do nothing without them.
 */
async function findRedis(url: string, patience: Patience, servesPeople: boolean): Promise<void> {
  const seconds = servesPeople ? Math.min(patience.seconds, SERVE_WITHOUT_REDIS_SECONDS) : patience.seconds;
  const isFound = await waitForRedis(url, { ...patience, seconds });
  if (!isFound && !servesPeople) throw new StartFault(`Redis at ${new URL(url).host} does not answer: start it, or correct REDIS_URL.`);
}

async function openDatabase(settings: Settings, share: boolean, tell: (line: string) => void) {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, stop: async () => undefined };
  tell(`Starting the database (embedded PostgreSQL, data in ${settings.DAYMARK_DATA_DIR}) ...`);
  return startEmbeddedPostgres(settings.DAYMARK_DATA_DIR, { share, tell });
}
