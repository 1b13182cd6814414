/** `npm run backup -- FILE` */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../platform/config/environment.js';
import { Clock } from '../platform/time/clock.js';
import { runBackupCommand, tell, UsageFault } from './command.js';
import { readPassphrase } from './format/encryption.js';
import { filesNote } from './summary.js';
import { writeBackup } from './write-backup.js';

const USAGE = `Backs up everything: database, files and secrets, as of one instant. Daymark can keep running.

  npm run backup -- FILE [options]
  npm run -s backup -- - > FILE        writes to standard output

Options:
  --passphrase-file FILE   encrypts the backup with the passphrase in FILE (age format)
  --without-secrets        leaves out the token secret, sign-ins, access tokens, calendar links and mail texts
  --force                  replaces FILE if it exists
  --help                   shows this help

Only you can read FILE (mode 0600). Without --without-secrets or a passphrase, anyone who has it can act as any person: keep it safe.
Exit code 0: done. 1: failed, and no FILE was written. 2: wrong usage. 130: interrupted.`;

const OPTIONS = { 'passphrase-file': { type: 'string' }, 'without-secrets': { type: 'boolean' }, force: { type: 'boolean' } } as const;

await runBackupCommand(USAGE, async (args, signal) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageFault('Name one file for the backup.');
  const passphrase = values['passphrase-file'] === undefined ? undefined : readPassphrase(values['passphrase-file']);
  const settings = readEnvironment();
  const file = given === '-' ? given : resolve(given);
  const end = await writeBackup({
    ...{ settings, file, passphrase, tell, signal, madeAt: new Clock().now().toString() },
    ...{ withoutSecrets: values['without-secrets'] ?? false, isForced: values.force ?? false },
  });
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  tell(`Backed up ${Object.keys(end.tables).length} tables, ${rows} rows and ${end.files} files${file === '-' ? '' : ` to ${file}`}.`);
  for (const line of filesNote(settings.DAYMARK_FILES_S3_URL === undefined ? 'in-backup' : 'in-s3', end.s3Keys.length)) tell(line);
  if (!values['without-secrets'] && passphrase === undefined) tell('It holds secrets and is not encrypted: keep it where nobody else can read it.');
});
