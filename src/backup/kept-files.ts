import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type pg from 'pg';
import { codeOf } from '../platform/boot/start-fault.js';
import { isSafeKey } from '../platform/files/file-store.js';
import { placeOf } from '../progress/evidence/place-of.js';
import type { Entry } from './format/archive-stream.js';
import { ENTRY } from './format/manifest.js';
import { quoted } from './tables/catalog.js';

/** A letter in the outbox, whose name begins with its time. */
export const LETTER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}\.eml$/;

/** What is kept outside of the database: files of learners and, without a mail server, the outbox. */
export class KeptFiles {
  constructor(
    private readonly dataFolder: string,
    readonly isInS3: boolean,
  ) {}

  /** Files of learners and letters. Letters may contain links that sign in, so they count as secrets. */
  async *all(withSecrets: boolean): AsyncGenerator<Entry> {
    if (!this.isInS3) yield* entriesIn(join(this.dataFolder, 'files'), ENTRY.files, isSafeKey);
    if (withSecrets) yield* entriesIn(join(this.dataFolder, 'outbox'), ENTRY.outbox, (name) => LETTER.test(name));
  }
}

/** Keys of the files that rows of the schema refer to. */
export async function keysIn(client: pg.ClientBase, schema: string): Promise<string[]> {
  const table = `${quoted(schema)}.evidence_file`;
  const { rows: found } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [table]);
  if (!found[0]?.exists) return [];
  const { rows } = await client.query<{ id: string }>(`select stored_as as id from ${table} order by stored_as`);
  return rows.map(({ id }) => placeOf(id));
}

/** Files below the folder, each named by its path there. Drafts of files that are being written have other names. */
async function* entriesIn(folder: string, prefix: string, isWanted: (name: string) => boolean): AsyncGenerator<Entry> {
  for await (const path of pathsIn(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    const bytes = isWanted(name) ? await unlessGone(readFile(path)) : null;
    if (bytes) yield { name: `${prefix}${name}`, bytes };
  }
}

async function* pathsIn(folder: string): AsyncGenerator<string> {
  const entries = (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pathsIn(path);
    else if (entry.isFile()) yield path;
  }
}

async function unlessGone<Value>(read: Promise<Value>): Promise<Value | null> {
  try {
    return await read;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
