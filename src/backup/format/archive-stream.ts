import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { BackupFault, DAMAGED } from '../backup-fault.js';
import { Sealed, Unsealed } from './seal.js';

/** One entry of the archive. It is held in memory, so large tables are split into several entries. */
export interface Entry {
  name: string;
  bytes: Uint8Array;
}

/** Larger than any entry that is written: files are up to 10 MB, pieces of tables up to 1 MiB. */
const MAX_ENTRY_BYTES = 64 * 1_048_576;
/** Compresses nearly as well as the default, at half the time. */
const LEVEL = 4;

/** A gzipped tar of the entries, created while it is read. `tar tzf` lists it. */
export function archiveOf(entries: AsyncIterable<Entry>): Readable {
  const pack = tar.pack();
  const out = new PassThrough();
  const written = pipeline(pack, createGzip({ level: LEVEL }), new Sealed(), out);
  // An error on either side also ends the output stream.
  written.catch((error: Error) => out.destroy(error));
  fill(pack, entries).catch((error: Error) => pack.destroy(error));
  return out;
}

async function fill(pack: tar.Pack, entries: AsyncIterable<Entry>): Promise<void> {
  for await (const { name, bytes } of entries) {
    await new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
      pack.entry(header, Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
    });
  }
  pack.finalize();
}

/** The entries of an archive. Throws `BackupFault` where it is damaged, at the latest after the last one. */
export async function* entriesOf(source: Readable): AsyncGenerator<Entry> {
  const extract = tar.extract();
  const read = pipeline(source, new Unsealed(), createGunzip(), extract);
  read.catch(() => undefined);
  try {
    for await (const entry of extract) yield { name: entry.header.name, bytes: await bytesOf(entry) };
    await read;
  } catch (error) {
    if (error instanceof BackupFault) throw error;
    // The first error of the pipeline says more than the last one.
    const cause = await read.then(
      () => error,
      (first: unknown) => first,
    );
    throw cause instanceof BackupFault ? cause : new BackupFault(DAMAGED, { cause });
  } finally {
    source.destroy();
    extract.destroy();
  }
}

async function bytesOf(entry: tar.Entry): Promise<Buffer> {
  if ((entry.header.size ?? 0) > MAX_ENTRY_BYTES) throw new BackupFault(DAMAGED);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
