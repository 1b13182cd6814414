import type pg from 'pg';
import { BackupFault } from './backup-fault.js';
import { MIGRATIONS_TABLE, migrationsIn, quoted, schemaOf, tablesIn, type TableShape } from './tables/catalog.js';

/** What one instant of the database holds, as a connection in an open transaction sees it. */
export interface Snapshot {
  client: pg.ClientBase;
  schema: string;
  tables: TableShape[];
  migrations: string[];
  postgresVersion: string;
}

/**
 * Opens a transaction that sees one instant until it ends. People and workers continue to read and write. Only a migration waits: it would
 * write to the locked table.
 */
export async function openSnapshot(client: pg.ClientBase): Promise<Snapshot> {
  const schema = await schemaOf(client);
  if ((await migrationsIn(client, schema)).length === 0) throw new BackupFault('There is nothing to back up: this database has no Daymark in it yet.');
  await client.query('begin isolation level repeatable read read only');
  // The lock comes before the first query, which fixes the instant.
  await client.query(`lock table ${quoted(schema)}.${MIGRATIONS_TABLE} in share mode`);
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return { client, schema, tables: await tablesIn(client, schema), migrations: await migrationsIn(client, schema), postgresVersion: rows[0]?.version ?? '' };
}
