import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VERSION } from '../platform/health/version.js';
import type { Settings } from '../platform/config/config.js';
import { tokenSecret } from '../platform/embedded/secrets.js';
import { BackupFault } from './backup-fault.js';
import { archiveOf } from './format/archive-stream.js';
import { encrypted } from './format/encryption.js';
import type { End } from './format/manifest.js';
import { KeptFiles } from './kept-files.js';
import { entriesOfBackup } from './make-backup.js';
import { openDatabase } from './open-database.js';
import { openSnapshot } from './snapshot.js';

export interface BackupWanted {
  settings: Settings;
  /** '-' is standard output. */
  file: string;
  madeAt: string;
  passphrase?: string | undefined;
  withoutSecrets?: boolean;
  /** Replaces a file that is there. */
  isForced?: boolean;
  tell: (line: string) => void;
  /** Ends the backup; nothing is left of it. */
  signal?: AbortSignal;
}

/** Writes a backup of the database and files that the settings name. Answers its last entry. */
export async function writeBackup(wanted: BackupWanted): Promise<End> {
  const { settings, madeAt, tell, signal } = wanted;
  await refuseUnusable(wanted);
  const database = await openDatabase(settings, { tell, isAlone: false });
  const stop = () => void database.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const snapshot = await openSnapshot(database.client);
    const secrets = wanted.withoutSecrets ? null : { tokenSecret: tokenSecret(settings) };
    const files = new KeptFiles(settings.DAYMARK_DATA_DIR, settings.DAYMARK_FILES_S3_URL !== undefined);
    let end: End | undefined;
    const entries = entriesOfBackup({ snapshot, files, daymarkVersion: VERSION, madeAt, secrets, onEnd: (last) => void (end = last) });
    const archive = archiveOf(entries);
    await writeAll(wanted.passphrase === undefined ? archive : await encrypted(archive, wanted.passphrase), wanted);
    if (!end) throw new BackupFault('The backup ended early.');
    return end;
  } finally {
    signal?.removeEventListener('abort', stop);
    await database.close();
  }
}

const MISSING_FOLDER = (file: string) => new BackupFault(`The folder of ${file} does not exist or cannot be written to. Create it, or choose another place.`);

/** Before the work, what would only show after it. */
async function refuseUnusable({ file, isForced = false }: BackupWanted): Promise<void> {
  if (file === '-') return;
  if (existsSync(file) && !isForced) throw new BackupFault(`${file} exists already: choose another name, or replace it with --force.`);
  await openPart(file);
}

const partOf = (file: string) => `${file}.part`;

/** An empty file that only its owner may read, in place of what an interrupted backup left. */
async function openPart(file: string): Promise<void> {
  try {
    await rm(partOf(file), { force: true });
    await (await open(partOf(file), 'wx', 0o600)).close();
  } catch {
    throw MISSING_FOLDER(file);
  }
}

/** Beside its place first, and moved there when all of it is on the disk: a file of this name is a whole backup. */
async function writeAll(bytes: Readable, { file, signal, isForced = false }: BackupWanted): Promise<void> {
  const options = signal ? { signal } : {};
  if (file === '-') return pipeline(bytes, process.stdout, options);
  const part = partOf(file);
  try {
    await pipeline(bytes, createWriteStream(part, { flags: 'r+' }), options);
    await synced(part);
    if (existsSync(file) && !isForced) throw new BackupFault(`${file} was made by someone else meanwhile: choose another name.`);
    await rename(part, file);
    await synced(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
