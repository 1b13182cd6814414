/** `npm run restore -- FILE` */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../../platform/config/config.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { fileStoreOf } from '../../platform/files/file-store-of.js';
import { runBackupCommand, tell, UsageFault } from '../command.js';
import { readPassphrase } from '../format/encryption.js';
import { readBackup } from '../format/read-backup.js';
import { openDatabase, type OpenDatabase } from '../open-database.js';
import { summaryOf } from '../summary.js';
import { confirm, refuseWithoutTerminal, type Terminal } from './ask.js';
import { discardReplaced, undoRestore } from './replaced.js';
import { restore } from './restore.js';
import { refuseUnknownMigrations } from './staging.js';

const USAGE = `Restores a backup in place of everything in this Daymark. Stop Daymark first.

  npm run restore -- FILE [options]    checks FILE, loads it beside the current data, asks, then swaps the two
  npm run restore -- FILE --check      only checks that FILE is complete and says what it holds
  npm run restore -- --undo            goes back to what the last restore replaced
  npm run restore -- --discard         deletes what the last restore replaced

Options:
  --passphrase-file FILE   passphrase of an encrypted backup
  --yes                    does not ask before it replaces or deletes
  --keep-deleted           restores accounts that were deleted since; without it they are deleted again
  --help                   shows this help

Before it asks, it lists what changed since the backup was made. Everyone must sign in again afterwards.
If anything fails before the swap, nothing changes.
Exit code 0: done. 1: failed. 2: wrong usage. 130: interrupted.`;

const OPTIONS = {
  'passphrase-file': { type: 'string' },
  check: { type: 'boolean' },
  undo: { type: 'boolean' },
  discard: { type: 'boolean' },
  yes: { type: 'boolean' },
  'keep-deleted': { type: 'boolean' },
} as const;

const TERMINAL: Terminal = { input: process.stdin, output: process.stderr };

await runBackupCommand(USAGE, async (args, signal) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const { undo = false, discard = false, check = false, yes = false, 'keep-deleted': keepsDeleted = false } = values;
  const [given, ...more] = positionals;
  if (more.length > 0 || [given !== undefined, undo, discard].filter(Boolean).length !== 1 || (check && given === undefined))
    throw new UsageFault('Name one backup file, or give --undo or --discard.');
  if (keepsDeleted && (check || discard)) throw new UsageFault('Use --keep-deleted only with a restore or --undo.');
  const settings = readEnvironment();
  const agree = { yes, keepsDeleted, signal };
  if (undo) return goBack(settings, agree);
  if (discard) return deleteReplaced(settings, agree);
  const passphrase = values['passphrase-file'] === undefined ? undefined : readPassphrase(values['passphrase-file']);
  await restoreFile(settings, { file: resolve(given ?? ''), passphrase, check, ...agree });
});

interface Agreement {
  yes: boolean;
  keepsDeleted: boolean;
  signal: AbortSignal;
}

interface Chosen extends Agreement {
  file: string;
  passphrase: string | undefined;
  check: boolean;
}

async function restoreFile(settings: Settings, { file, passphrase, check, yes, keepsDeleted, signal }: Chosen): Promise<void> {
  const what = 'This replaces everything in this Daymark.';
  tell(`Checking ${file} ...`);
  const checked = await readBackup(file, passphrase);
  for (const line of summaryOf(checked)) tell(line);
  refuseUnknownMigrations(checked.manifest);
  if (check) return tell('The backup is complete and can be restored.');
  refuseWithoutTerminal(what, yes, TERMINAL);
  const store = fileStoreOf(settings);
  const wanted = { file, passphrase, manifest: checked.manifest, settings, store, keepsDeleted, tell };
  const agree = () => confirm(what, yes, TERMINAL, signal);
  await alone(settings, signal, (database) => restore({ ...wanted, database, agree }));
}

async function goBack(settings: Settings, { yes, keepsDeleted, signal }: Agreement): Promise<void> {
  const what = 'This goes back to the data from before the last restore.';
  refuseWithoutTerminal(what, yes, TERMINAL);
  const agree = () => confirm(what, yes, TERMINAL, signal);
  await alone(settings, signal, (database) => undoRestore(database, settings, { keepsDeleted, tell, agree }));
  tell('The data from before the restore is in use again. The restored data is kept: --undo returns to it, --discard deletes it.');
}

async function deleteReplaced(settings: Settings, { yes, signal }: Agreement): Promise<void> {
  await confirm('This permanently deletes what the last restore replaced.', yes, TERMINAL, signal);
  const store = fileStoreOf(settings);
  await alone(settings, signal, async ({ client }) => {
    const files = await discardReplaced(client, settings, store);
    tell(`Deleted, with ${files} files that nothing else used.`);
  });
}

/** Opens the database exclusively. Ctrl-C closes the connection, and uncommitted changes are rolled back. */
async function alone(settings: Settings, signal: AbortSignal, work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(settings, { tell, isAlone: true });
  signal.addEventListener('abort', () => void database.close(), { once: true });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
