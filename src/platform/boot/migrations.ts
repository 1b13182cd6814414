import { DataSource } from 'typeorm';
import { dataSourceOptions, type DatabaseConfig } from '../database/data-source.js';
import { openClient, sessionOf } from '../database/session.js';
import { migrateQueueStore, type QueueStore } from '../queue/backend.js';
import { RECREATED } from '../queue/queue-schema.js';
import { StartFault } from './start-fault.js';

/** Any number; the same in every process. */
export const MIGRATION_LOCK = 7_264_002;

/**
 * Brings all tables up to date, ours and the queues', before any module is built. Processes that start at once take turns: the second finds
 * nothing left to do. `tell` gets a line when the queues' tables were damaged and have been made again.
 */
export async function runAllMigrations(url: string, store: QueueStore, config: DatabaseConfig, tell?: (line: string) => void): Promise<void> {
  const turn = await openClient({ connectionString: url, application_name: 'daymark migrations' });
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateTables(url, config);
    const { recreated } = await migrateQueueStore(store);
    if (recreated) tell?.(RECREATED);
  } catch (error) {
    if (error instanceof Error && error.name === 'SchemaVersionMismatchError') {
      throw new StartFault('The queues in the database are newer than this Daymark: start a newer Daymark, or point it to another database.');
    }
    throw error;
  } finally {
    await turn.end().catch(() => undefined);
  }
}

async function migrateTables(url: string, config: DatabaseConfig): Promise<void> {
  // A migration may take longer than a request may.
  const options = dataSourceOptions(url, config);
  const source = await new DataSource({ ...options, poolSize: 2, extra: { keepAlive: true, onConnect: sessionOf() } }).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
