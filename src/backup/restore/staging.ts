import type pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import type { Settings } from '../../platform/config/config.js';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { sessionOf } from '../../platform/database/session.js';
import { BackupFault } from '../backup-fault.js';
import type { Manifest } from '../format/manifest.js';
import { foreignKeysIn, quoted, tablesIn, type TableShape } from '../tables/catalog.js';

/** A backup is loaded here, beside the tables in use. */
export const STAGING = 'daymark_restoring';

/** What the migrations create. */
const EXTENSIONS = ['pg_trgm'];

export interface Ground {
  client: pg.ClientBase;
  url: string;
  settings: Settings;
  /** Where Daymark's tables are, or will be. */
  schema: string;
}

/** Refuses a backup that knows more than this Daymark. */
export function refuseUnknownMigrations(manifest: Manifest, known: readonly string[] = migrations.map(({ name }) => name)): void {
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const version = `Daymark ${manifest.daymarkVersion}, with ${unknown.at(-1)!}`;
  throw new BackupFault(`This backup was made by a newer Daymark (${version}). Nothing was changed. Upgrade Daymark to that version first, then restore.`);
}

/** Makes the staging schema with empty tables as the backup had them. */
export async function openStaging(ground: Ground, manifest: Manifest): Promise<TableShape[]> {
  const { client, schema } = ground;
  await dropStaging(client);
  await client.query(`create schema ${STAGING}`);
  // In a new database, the migrations would create them in the staging schema. Only a superuser could move them out of it.
  for (const name of EXTENSIONS) await client.query(`create extension if not exists ${name} with schema ${quoted(schema)}`);
  await migrateStaging(ground, manifest.migrations);
  const tables = await tablesIn(client, STAGING);
  refuseOtherTables(tables, manifest);
  // Some migrations fill tables, and the backup has these rows too.
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => `${STAGING}.${quoted(name)}`).join(', ')}`);
  return tables;
}

export const dropStaging = (client: pg.ClientBase) => client.query(`drop schema if exists ${STAGING} cascade`);

/** Runs the named migrations, or all, in the staging schema. Those that have run already are left out. */
export async function migrateStaging(ground: Ground, names?: readonly string[]): Promise<void> {
  const source = await sourceIn(ground, STAGING, names ? migrations.filter(({ name }) => names.includes(name)) : migrations);
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** Connections that find Daymark's tables in this schema, and extensions where they are. The caller must end them. */
export function sourceIn({ url, settings, schema: usual }: Ground, schema: string, known: readonly (typeof migrations)[number][] = []): Promise<DataSource> {
  const prepare = sessionOf();
  const onConnect = async (client: pg.ClientBase) => {
    await prepare(client);
    await client.query(`select set_config('search_path', $1 || ', ' || current_setting('search_path'), false)`, [`${quoted(schema)}, ${quoted(usual)}`]);
  };
  const options = dataSourceOptions(url, settings);
  return new DataSource({ ...options, migrations: [...known], poolSize: 2, extra: { keepAlive: true, onConnect } }).initialize();
}

function refuseOtherTables(tables: readonly TableShape[], manifest: Manifest): void {
  const inBackup = new Map(manifest.tables.map(({ name, columns }) => [name, [...columns].sort().join()]));
  const differing = tables.filter(({ name, columns }) => inBackup.get(name) !== [...columns].sort().join());
  if (differing.length === 0) return;
  const names = differing.map(({ name }) => name).join(', ');
  throw new BackupFault(`The tables of this backup are not those of its Daymark ${manifest.daymarkVersion} (${names}). Nothing was changed.`);
}

/**
 * Loads with foreign keys and triggers away: tables come in any order, and triggers have done their work when the rows were written first.
 * Foreign keys are checked when they are added again.
 */
export async function withoutChecks<Answer>(client: pg.ClientBase, tables: readonly TableShape[], load: () => Promise<Answer>): Promise<Answer> {
  const keys = await foreignKeysIn(client, STAGING);
  for (const { drop } of keys) await client.query(drop);
  for (const { name } of tables) await client.query(`alter table ${STAGING}.${quoted(name)} disable trigger user`);
  const answer = await load();
  for (const { name } of tables) await client.query(`alter table ${STAGING}.${quoted(name)} enable trigger user`);
  for (const { add } of keys) await client.query(add);
  for (const { name } of tables) await client.query(`analyze ${STAGING}.${quoted(name)}`);
  return answer;
}
