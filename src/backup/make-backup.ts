import type { Entry } from './format/archive-stream.js';
import { ENTRY, FORMAT_VERSION, type End, type Manifest } from './format/manifest.js';
import { Tally } from './format/tally.js';
import { keysIn, type KeptFiles } from './kept-files.js';
import type { Snapshot } from './snapshot.js';
import { sequencesIn } from './tables/catalog.js';
import { rowsOf } from './tables/copy-out.js';
import { SECRETS } from './tables/secret-columns.js';

export interface Wanted {
  snapshot: Snapshot;
  files: KeptFiles;
  daymarkVersion: string;
  madeAt: string;
  /** Null leaves all secrets out. */
  secrets: { tokenSecret: string } | null;
  /** Called with the last entry before it is written. */
  onEnd: (end: End) => void;
}

const json = (name: string, content: unknown): Entry => ({ name, bytes: Buffer.from(JSON.stringify(content)) });

/**
 * All entries of a backup, in their order. Files come before tables: a file is deleted some time after its row, so the sooner they are read
 * after the snapshot the better. A file that is gone by then was deleted by its owner.
 */
export async function* entriesOfBackup(wanted: Wanted): AsyncGenerator<Entry> {
  const { snapshot, files } = wanted;
  const tally = new Tally(snapshot.tables);
  for await (const entry of withoutEnd(wanted)) {
    tally.add(entry);
    yield entry;
  }
  const sequences = await sequencesIn(snapshot.client, snapshot.schema);
  const end: End = { ...tally.sums(), sequences, s3Keys: files.isInS3 ? await keysIn(snapshot.client, snapshot.schema) : [] };
  wanted.onEnd(end);
  yield json(ENTRY.end, end);
}

async function* withoutEnd({ snapshot, files, secrets, daymarkVersion, madeAt }: Wanted): AsyncGenerator<Entry> {
  const { client, schema, tables, migrations, postgresVersion } = snapshot;
  const manifest: Manifest = {
    ...{ format: 'daymark-backup', formatVersion: FORMAT_VERSION, daymarkVersion, madeAt, postgresVersion, migrations, tables },
    ...{ hasSecrets: secrets !== null, files: files.isInS3 ? 'in-s3' : 'in-backup' },
  };
  yield json(ENTRY.manifest, manifest);
  if (secrets) yield json(ENTRY.secrets, secrets);
  yield* files.all(secrets !== null);
  for (const table of tables) yield* rowsOf(client, schema, table, secrets ? {} : SECRETS[table.name]);
}
