import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Settings } from '../../platform/config/config.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { BackupFault, DAMAGED } from '../backup-fault.js';
import type { End, Manifest, Secrets } from '../format/manifest.js';
import { readBackup } from '../format/read-backup.js';
import { keysIn, LETTER } from '../kept-files.js';
import { quoted, schemaOf } from '../tables/catalog.js';
import { restoreSecret } from './kept-secret.js';
import { Loader } from './loader.js';
import { filePlaceOf, describeMissingFiles, reasonOf } from './missing-files.js';
import { compare } from './since/compare.js';
import { reapplyRevocations } from './since/reapply-revocations.js';
import { describeChanges } from './since/describe-changes.js';
import { dropStaging, migrateStaging, openStaging, STAGING, withoutChecks, type Ground } from './staging.js';
import { swapIn } from './swap.js';

export interface Restore {
  file: string;
  /** Manifest of the file, which was already read and checked completely. */
  manifest: Manifest;
  passphrase: string | undefined;
  settings: Settings;
  store: FileStore;
  database: { url: string; client: pg.Client };
  /** Restores accounts that were deleted since the backup. */
  keepsDeleted?: boolean;
  tell: (line: string) => void;
  /** Asks the operator, who has read what will happen. Throws if they do not agree. */
  agree?: () => Promise<void>;
}

/** What is in the file besides rows. */
interface Loaded {
  secrets: Secrets | undefined;
  end: End;
}

/** Loads the backup beside what is in use, checks it, upgrades it, asks, and swaps. If anything fails before the swap, nothing changes. */
export async function restore(wanted: Restore): Promise<void> {
  const { database, settings, tell, keepsDeleted = false } = wanted;
  const schema = await schemaOf(database.client);
  const ground: Ground = { ...database, settings, schema };
  try {
    tell('Loading the backup beside the current data ...');
    const loaded = await load(wanted, ground);
    tell('Upgrading the loaded data ...');
    await migrateStaging(ground);
    const schemas = { now: schema, then: STAGING };
    const since = await compare(database.client, schemas);
    for (const line of [...describeChanges(since, { keepsDeleted }), ...(await describeS3Files(wanted, loaded))]) tell(line);
    await wanted.agree?.();
    await reapplyRevocations(ground, schemas, since, keepsDeleted);
    if (loaded.end.files + loaded.end.outbox > 0) await restoreFiles(wanted);
    const hasReplaced = await swapIn(database.client, schema);
    for (const line of restoreSecret(settings, loaded.secrets)) tell(line);
    tell(hasReplaced ? GO_BACK : 'The backup is restored. Start Daymark.');
  } finally {
    await dropStaging(database.client).catch(() => undefined);
  }
}

const GO_BACK = `The backup is restored. Start Daymark.
The replaced data is kept: \`npm run restore -- --undo\` goes back to it, and \`npm run restore -- --discard\` deletes it.`;

const describeS3Files = async ({ manifest, store, settings }: Restore, { end }: Loaded): Promise<string[]> =>
  manifest.files === 'in-s3' ? describeMissingFiles(store, end.s3Keys, filePlaceOf(settings)) : [];

async function load({ file, manifest, passphrase, database, tell }: Restore, ground: Ground): Promise<Loaded> {
  const { client } = database;
  const tables = await openStaging(ground, manifest);
  for (const { name } of manifest.tables)
    if (!tables.some((table) => table.name === name)) tell(`The table ${name} is not one of Daymark's, so it is left out.`);
  let secrets: Secrets | undefined;
  const loader = new Loader(client, tables, manifest);
  return withoutChecks(client, tables, async () => {
    const { end } = await readBackup(file, passphrase, {
      secrets: async (kept) => void (secrets = kept),
      rows: (table, bytes) => loader.rows(table, bytes),
    });
    await loader.close();
    await loader.check(end);
    await setSequences(client, end.sequences);
    return { secrets, end };
  });
}

/**
 * Files come before the swap, so that every row has its file, and after the operator agreed. They overwrite no file of the
 * current data, because each key names one file only. Files without a row are left out: their account was deleted, or they were uploaded during the backup.
 */
async function restoreFiles({ file, passphrase, store, settings, database }: Restore): Promise<void> {
  const keys = new Set(await keysIn(database.client, STAGING));
  const put = async (key: string, bytes: Uint8Array) => {
    if (!keys.has(key)) return;
    await store.put(key, bytes, 'application/octet-stream').catch((error: unknown) => {
      throw new BackupFault(`A file could not be written to ${filePlaceOf(settings)} (${reasonOf(error)}). Nothing was changed. Fix this and try again.`);
    });
  };
  await readBackup(file, passphrase, { file: put, outbox: async (name, bytes) => keepLetter(settings.DAYMARK_DATA_DIR, name, bytes) });
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
