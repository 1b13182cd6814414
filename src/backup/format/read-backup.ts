import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { BackupFault, DAMAGED } from '../backup-fault.js';
import { entriesOf, type Entry } from './archive-stream.js';
import { AGE_START, decrypted } from './encryption.js';
import { End, ENTRY, FORMAT_VERSION, Manifest, Secrets } from './manifest.js';
import { tableOf, Tally } from './tally.js';

/** Receives each part of a backup while it is read. The file is known to be complete only after reading has ended. */
export interface Visitor {
  begin?(manifest: Manifest): Promise<void>;
  secrets?(secrets: Secrets): Promise<void>;
  rows?(table: string, bytes: Uint8Array): Promise<void>;
  file?(key: string, bytes: Uint8Array): Promise<void>;
  outbox?(name: string, bytes: Uint8Array): Promise<void>;
}

export interface Checked {
  manifest: Manifest;
  end: End;
}

/** Reads a backup from beginning to end, one entry at a time, and checks every part of it. Throws `BackupFault` for errors. */
export async function readBackup(file: string, passphrase: string | undefined, visitor: Visitor = {}): Promise<Checked> {
  return readEntries(entriesOf(await openBackup(file, passphrase)), visitor);
}

/** The archive inside the file, decrypted if it is encrypted. */
async function openBackup(file: string, passphrase: string | undefined): Promise<Readable> {
  const start = await startOf(file);
  if (!start.equals(AGE_START)) {
    if (start[0] !== 0x1f || start[1] !== 0x8b) throw new BackupFault(`${file} is not a backup of Daymark.`);
    if (passphrase !== undefined) throw new BackupFault(`${file} is not encrypted: leave out --passphrase-file.`);
    return createReadStream(file);
  }
  if (passphrase === undefined) throw new BackupFault(`${file} is encrypted: give the passphrase with --passphrase-file FILE.`);
  return decrypted(createReadStream(file), passphrase);
}

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupFault(`${file} cannot be read.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE_START.length), 0, AGE_START.length, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new BackupFault(`${file} cannot be read.`);
  } finally {
    await handle.close();
  }
}

export async function readEntries(entries: AsyncGenerator<Entry>, visitor: Visitor): Promise<Checked> {
  try {
    return await readAll(entries, visitor);
  } finally {
    // Closes the file, also when its first entry is refused.
    await entries.return(undefined);
  }
}

async function readAll(entries: AsyncGenerator<Entry>, visitor: Visitor): Promise<Checked> {
  const first = await entries.next();
  const manifest = manifestOf(first.done ? undefined : first.value);
  const tally = new Tally(manifest.tables);
  if (!first.done) tally.add(first.value);
  await visitor.begin?.(manifest);
  let end: End | undefined;
  for await (const entry of entries) {
    if (end) throw new BackupFault(DAMAGED);
    if (entry.name === ENTRY.end) end = parsed(End, entry);
    else {
      tally.add(entry);
      await visit(visitor, manifest, entry);
    }
  }
  if (!end || !agrees(tally.sums(), end)) throw new BackupFault(DAMAGED);
  return { manifest, end };
}

/** A field that all formats have, so that an older Daymark can refuse a newer format with the reason. */
const OfAnyVersion = z.object({ formatVersion: z.number() });

function manifestOf(entry: Entry | undefined): Manifest {
  if (entry?.name !== ENTRY.manifest) throw new BackupFault('This file is not a backup of Daymark.');
  if (parsed(OfAnyVersion, entry).formatVersion > FORMAT_VERSION)
    throw new BackupFault('This backup was made by a newer Daymark: upgrade Daymark first, then restore.');
  return parsed(Manifest, entry);
}

async function visit(visitor: Visitor, manifest: Manifest, { name, bytes }: Entry): Promise<void> {
  const table = tableOf(name);
  if (table !== undefined) {
    if (!manifest.tables.some((each) => each.name === table)) throw new BackupFault(DAMAGED);
    await visitor.rows?.(table, bytes);
  } else if (name.startsWith(ENTRY.files)) await visitor.file?.(name.slice(ENTRY.files.length), bytes);
  else if (name.startsWith(ENTRY.outbox)) await visitor.outbox?.(name.slice(ENTRY.outbox.length), bytes);
  else if (name === ENTRY.secrets) await visitor.secrets?.(parsed(Secrets, { name, bytes }));
  else throw new BackupFault(DAMAGED);
}

function parsed<Schema extends z.ZodType>(schema: Schema, { bytes }: Entry): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch (cause) {
    throw new BackupFault(DAMAGED, { cause });
  }
}

function agrees({ tables, files, outbox, sha256 }: ReturnType<Tally['sums']>, end: End): boolean {
  const names = Object.keys(tables);
  const isSame = (name: string) =>
    end.tables[name]?.rows === tables[name]?.rows && end.tables[name]?.bytes === tables[name]?.bytes && end.tables[name]?.digest === tables[name]?.digest;
  return end.sha256 === sha256 && end.files === files && end.outbox === outbox && Object.keys(end.tables).length === names.length && names.every(isSame);
}
