import type pg from 'pg';
import type { Settings } from '../../platform/config/config.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { placeOf } from '../../progress/evidence/place-of.js';
import { BackupFault } from '../backup-fault.js';
import { quoted, schemaOf } from '../tables/catalog.js';
import { discardReplacedSecret, exchangeSecret } from './kept-secret.js';
import { dropReplaced, hasReplaced, REPLACED, swapBack } from './swap.js';

/** Goes back to what the last restore replaced. */
export async function undoRestore(client: pg.Client, settings: Settings): Promise<void> {
  await swapBack(client, await schemaOf(client));
  exchangeSecret(settings);
}

/** Deletes what the last restore replaced: its tables, its secret, and the files that nothing else names. */
export async function discardReplaced(client: pg.Client, settings: Settings, store: FileStore): Promise<number> {
  if (!(await hasReplaced(client))) throw new BackupFault('There is nothing to discard: no restore has replaced anything, or it was discarded.');
  const keys = await keysOfReplacedAlone(client, await schemaOf(client));
  await dropReplaced(client);
  for (const key of keys) await store.delete(key);
  discardReplacedSecret(settings);
  return keys.length;
}

async function keysOfReplacedAlone(client: pg.Client, schema: string): Promise<string[]> {
  const [replaced, current] = [REPLACED, schema].map((name) => `${quoted(name)}.evidence_file`);
  const found = await client.query<{ exists: boolean }>('select to_regclass($1) is not null and to_regclass($2) is not null as exists', [replaced, current]);
  if (!found.rows[0]?.exists) return [];
  const { rows } = await client.query<{ id: string }>(`select stored_as as id from ${replaced} except select stored_as from ${current}`);
  return rows.map(({ id }) => placeOf(id));
}
