import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { refuseOtherEncodings, refuseOldServer } from '../platform/boot/check-database.js';
import { MIGRATION_LOCK } from '../platform/boot/migrations.js';
import { waitForDatabase } from '../platform/boot/wait-for-database.js';
import type { Settings } from '../platform/config/config.js';
import { PRESENCE_LOCK } from '../platform/database/presence.js';
import { openClient } from '../platform/database/session.js';
import { startEmbeddedPostgres } from '../platform/embedded/embedded-postgres.js';
import { BackupFault } from './backup-fault.js';

/** The database at any migration: a backup is made before an upgrade, and a restore may replace a database that does not start. */
export interface OpenDatabase {
  url: string;
  client: pg.Client;
  /** Ends the connection at once, also in the middle of a query. */
  close(): Promise<void>;
}

export interface Access {
  tell: (line: string) => void;
  /** Whether no other Daymark may use the database at the same time. */
  isAlone: boolean;
}

/** Opens the database that the settings name; an embedded one that is not running is started, and stopped again by `close`. */
export async function openDatabase(settings: Settings, access: Access): Promise<OpenDatabase> {
  const { url, stop } = await reach(settings, access);
  try {
    const client = await openClient({ connectionString: url, application_name: access.isAlone ? 'daymark restore' : 'daymark backup' });
    const close = async () => {
      await client.end().catch(() => undefined);
      await stop();
    };
    try {
      await refuseOldServer(client);
      await refuseOtherEncodings(client);
      if (access.isAlone) await takeAlone(client);
    } catch (error) {
      await close();
      throw error;
    }
    return { url, client, close };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function reach(settings: Settings, { tell, isAlone }: Access): Promise<{ url: string; stop(): Promise<void> }> {
  if (settings.DATABASE_URL) {
    await waitForDatabase(settings.DATABASE_URL, { seconds: settings.DAYMARK_DATABASE_WAIT_SECONDS, tell });
    return { url: settings.DATABASE_URL, stop: async () => undefined };
  }
  const folder = settings.DAYMARK_DATA_DIR;
  if (!isAlone && !existsSync(join(folder, 'postgres.json')))
    throw new BackupFault(`There is nothing to back up: ${folder} holds no database. Run this in Daymark's folder, or set DAYMARK_DATA_DIR or DATABASE_URL.`);
  return startEmbeddedPostgres(folder, { share: !isAlone, tell });
}

/** Daymark must not run meanwhile. One that starts now is refused until the connection ends. */
async function takeAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [PRESENCE_LOCK]);
  if (!rows[0]?.held) throw new BackupFault('Daymark is running on this database: stop all its processes first. Nothing was changed.');
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
}
