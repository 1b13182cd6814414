import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Settings } from '../../platform/config/config.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { BackupFault, DAMAGED } from '../backup-fault.js';
import type { End, Manifest, Secrets } from '../format/manifest.js';
import { readBackup } from '../format/read-backup.js';
import { LETTER } from '../kept-files.js';
import { quoted, schemaOf } from '../tables/catalog.js';
import { restoreSecret } from './kept-secret.js';
import { Loader } from './loader.js';
import { dropStaging, migrateStaging, openStaging, STAGING, withoutChecks, type Ground } from './staging.js';
import { swapIn } from './swap.js';

export interface Restore {
  file: string;
  /** Of the file, which has been read and checked to its end before. */
  manifest: Manifest;
  passphrase: string | undefined;
  settings: Settings;
  store: FileStore;
  database: { url: string; client: pg.Client };
  tell: (line: string) => void;
}

/** Loads the backup beside what is in use, checks it, upgrades it, and swaps. If anything fails before the swap, nothing changes. */
export async function restore(wanted: Restore): Promise<void> {
  const { database, settings, tell } = wanted;
  const schema = await schemaOf(database.client);
  const ground: Ground = { ...database, settings, schema };
  try {
    tell('Loading the backup beside the current data ...');
    const secrets = await load(wanted, ground);
    tell('Upgrading the loaded data ...');
    await migrateStaging(ground);
    const hasReplaced = await swapIn(database.client, schema);
    for (const line of restoreSecret(settings, secrets)) tell(line);
    tell(hasReplaced ? GO_BACK : 'The backup is restored. Start Daymark.');
  } finally {
    await dropStaging(database.client).catch(() => undefined);
  }
}

const GO_BACK = `The backup is restored. Start Daymark.
What it replaced is kept: \`npm run restore -- --undo\` goes back to it, and \`npm run restore -- --discard\` deletes it.`;

async function load({ file, manifest, passphrase, database, store, settings, tell }: Restore, ground: Ground): Promise<Secrets | undefined> {
  const { client } = database;
  const tables = await openStaging(ground, manifest);
  for (const { name } of manifest.tables)
    if (!tables.some((table) => table.name === name)) tell(`The table ${name} is not one of Daymark's, so it is left out.`);
  let secrets: Secrets | undefined;
  const loader = new Loader(client, tables, manifest);
  await withoutChecks(client, tables, async () => {
    const { end } = await readBackup(file, passphrase, {
      secrets: async (kept) => void (secrets = kept),
      rows: (table, bytes) => loader.rows(table, bytes),
      // Bytes come before rows. A file of the current data keeps its place, and its key names nothing else.
      file: (key, bytes) => store.put(key, bytes, 'application/octet-stream'),
      outbox: async (name, bytes) => keepLetter(settings.DAYMARK_DATA_DIR, name, bytes),
    });
    await loader.close();
    await loader.check(end);
    await setSequences(client, end.sequences);
  });
  return secrets;
}

function keepLetter(dataFolder: string, name: string, bytes: Uint8Array): void {
  const folder = join(dataFolder, 'outbox');
  if (!LETTER.test(name)) throw new BackupFault(DAMAGED);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), bytes, { mode: 0o600 });
}

async function setSequences(client: pg.Client, sequences: End['sequences']): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`${STAGING}.${quoted(name)}`, lastValue, isCalled]);
}
