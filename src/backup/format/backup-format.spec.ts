import fc from 'fast-check';
import { createCipheriv } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { assertProperty } from '../../../test/support/property.js';
import { BackupFault } from '../backup-fault.js';
import { archiveOf, entriesOf, type Entry } from './archive-stream.js';
import { encrypted, readPassphrase } from './encryption.js';
import { ENTRY, FORMAT_VERSION, type Manifest } from './manifest.js';
import { readBackup, readEntries } from './read-backup.js';
import { Tally } from './tally.js';

const folder = mkdtempSync(join(tmpdir(), 'daymark-format-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (name: string, content: unknown): Entry => ({ name, bytes: Buffer.from(JSON.stringify(content)) });
const PASSPHRASE = 'correct horse battery';
/** Lower than the default, so that tests are fast. */
const TEST_WORK_FACTOR = 8;

const manifestOf = (tables: readonly string[], changes: Partial<Manifest> = {}): Manifest => ({
  ...{ format: 'daymark-backup', formatVersion: FORMAT_VERSION, daymarkVersion: '1.2.3', madeAt: '2026-03-02T09:00:00Z', postgresVersion: '18.4' },
  ...{ migrations: ['Worklist1800000000000'], tables: tables.map((name) => ({ name, columns: ['id'] })), hasSecrets: false, files: 'in-backup' },
  ...changes,
});

/** A backup with these pieces of tables and these files. */
function whole(pieces: readonly [string, Uint8Array][], files: readonly [string, Uint8Array][], changes: Partial<Manifest> = {}): Entry[] {
  const manifest = manifestOf([...new Set(pieces.map(([table]) => table))], changes);
  const entries = [
    json(ENTRY.manifest, manifest),
    ...files.map(([key, bytes]) => ({ name: `${ENTRY.files}${key}`, bytes })),
    ...pieces.map(([table, bytes], i) => ({ name: `${ENTRY.tables}${table}/${i}`, bytes })),
  ];
  const tally = new Tally(manifest.tables);
  for (const entry of entries) tally.add(entry);
  return [...entries, json(ENTRY.end, { ...tally.sums(), sequences: [], s3Keys: [] })];
}

const asyncly = async function* (entries: readonly Entry[]) {
  yield* entries;
};
const bytesOf = (entries: readonly Entry[]) => buffer(archiveOf(asyncly(entries)));

function kept(bytes: Uint8Array): string {
  const file = join(folder, 'backup');
  writeFileSync(file, bytes);
  return file;
}

/** The refusal of a file with these bytes. */
const faultOf = async (bytes: Uint8Array, passphrase?: string) => {
  const error: unknown = await readBackup(kept(bytes), passphrase).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof BackupFault ? error.message : error;
};

const SMALL = whole([['account', Buffer.from('1\tWren\n2\t\\N\n')]], [['evidence/aa/file', Buffer.from([0, 255, 10, 13])]]);

describe('a backup file', () => {
  it('gives back tables and files of any bytes, in their order', async () => {
    const name = fc.stringMatching(/^[a-z][a-z_]{0,20}$/);
    const bytes = fc.uint8Array({ maxLength: 5_000 });
    const some = (maxLength: number) => fc.array(fc.tuple(name, bytes), { maxLength });
    const survives = fc.asyncProperty(some(12), some(4), async (pieces, files) => {
      const read: { rows: [string, Buffer][]; files: [string, Buffer][] } = { rows: [], files: [] };
      const { end } = await readBackup(kept(await bytesOf(whole(pieces, files))), undefined, {
        rows: async (table, piece) => void read.rows.push([table, Buffer.from(piece)]),
        file: async (key, piece) => void read.files.push([key, Buffer.from(piece)]),
      });
      expect(read.rows).toEqual(pieces.map(([table, piece]) => [table, Buffer.from(piece)]));
      expect(read.files).toEqual(files.map(([key, piece]) => [key, Buffer.from(piece)]));
      expect(end.files).toBe(files.length);
    });
    await assertProperty(survives);
  });

  it('is refused when it is cut anywhere', async () => {
    const bytes = await bytesOf(SMALL);
    for (let length = 0; length < bytes.length; length++) expect([length, typeof (await faultOf(bytes.subarray(0, length)))]).toEqual([length, 'string']);
  });

  it('is refused when any byte of it is changed, or something is appended', async () => {
    const bytes = await bytesOf(SMALL);
    expect(await faultOf(bytes)).toBeUndefined();
    for (let at = 0; at < bytes.length; at++)
      for (const bit of [1, 16, 128]) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= bit;
        expect([at, bit, typeof (await faultOf(changed))]).toEqual([at, bit, 'string']);
      }
    expect(await faultOf(Buffer.concat([bytes, Buffer.from('more')]))).toContain('damaged');
  });

  it('is refused when an entry is left out, is there twice, or has another place', async () => {
    const pieces: [string, Uint8Array][] = ['1\n', '2\n', '3\n'].map((text) => ['account', Buffer.from(text)]);
    const entries = whole(pieces, []);
    const [manifest, one, two, three, end] = entries as [Entry, Entry, Entry, Entry, Entry];
    for (const changed of [
      [manifest, one, two, end],
      [manifest, one, two, two, end],
      [manifest, two, one, three, end],
      [manifest, one, two, three],
      [manifest, one, end, two, three],
      [manifest, one, two, three, end, end],
      [manifest, one, two, three, { name: 'else', bytes: Buffer.alloc(0) }, end],
    ])
      expect(await faultOf(await bytesOf(changed))).toContain('damaged');
    expect(await faultOf(await bytesOf([one, two, three, end]))).toContain('not a backup');
  });

  it('is refused with the reason when it is not a backup or has a later format', async () => {
    expect(await faultOf(Buffer.from('PGDMP'))).toContain('is not a backup of Daymark');
    expect(await faultOf(Buffer.alloc(0))).toContain('is not a backup of Daymark');
    expect(await faultOf(await bytesOf(whole([], [], { formatVersion: FORMAT_VERSION + 1 })))).toContain('made by a newer Daymark');
  });

  it('closes the file of a backup whose first entry it refuses', async () => {
    let isClosed = false;
    async function* entries() {
      try {
        yield json(ENTRY.manifest, manifestOf([], { formatVersion: FORMAT_VERSION + 1 }));
        yield json(ENTRY.end, {});
      } finally {
        isClosed = true;
      }
    }
    await expect(readEntries(entries(), {})).rejects.toThrow('made by a newer Daymark');
    expect(isClosed).toBe(true);
  });

  it('passes an error of the writer on to the reader', async () => {
    const broken = async function* (): AsyncGenerator<Entry> {
      yield SMALL[0]!;
      throw new Error('the database went away');
    };
    await expect(buffer(archiveOf(broken()))).rejects.toThrow('the database went away');
  });
});

describe('an encrypted backup', () => {
  let sealed: Buffer;
  beforeAll(async () => {
    // Bytes that do not compress, so that there are several chunks.
    const random = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
    const pieces: [string, Uint8Array][] = [1, 2, 3].map(() => ['account', random.update(Buffer.alloc(90_000))]);
    sealed = await buffer(await encrypted(archiveOf(asyncly(whole(pieces, []))), PASSPHRASE, TEST_WORK_FACTOR));
  });

  it('is read only with its passphrase', async () => {
    expect(sealed.includes(Buffer.from('manifest.json'))).toBe(false);
    expect(await faultOf(sealed, PASSPHRASE)).toBeUndefined();
    expect(await faultOf(sealed, 'wrong horse battery')).toContain('The passphrase is wrong');
    expect(await faultOf(sealed)).toContain('is encrypted: give the passphrase');
    expect(await faultOf(await bytesOf(SMALL), PASSPHRASE)).toContain('is not encrypted');
  });

  it('is refused when it is cut, changed or put together in another order', async () => {
    const CHUNK = 65_536 + 16;
    // After the header come 16 bytes of nonce, then the chunks.
    const start = sealed.indexOf('\n', sealed.indexOf('\n---') + 1) + 1 + 16;
    const swapped = Buffer.concat([
      sealed.subarray(0, start),
      sealed.subarray(start + CHUNK, start + 2 * CHUNK),
      sealed.subarray(start, start + CHUNK),
      sealed.subarray(start + 2 * CHUNK),
    ]);
    expect(swapped).toHaveLength(sealed.length);
    const changes = [40, 120, start + 5, sealed.length - 1].map((at) => {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      return changed;
    });
    const cuts = [30, 150, start, start + CHUNK, sealed.length - 1].map((length) => sealed.subarray(0, length));
    for (const bytes of [swapped, ...changes, ...cuts]) expect(typeof (await faultOf(bytes, PASSPHRASE))).toBe('string');
  });

  it('reads a passphrase of one line from a file, and refuses one that is too short', () => {
    const file = join(folder, 'passphrase');
    const read = (text: string) => {
      writeFileSync(file, text);
      return readPassphrase(file);
    };
    expect(read('correct horse battery\n')).toBe('correct horse battery');
    expect(read(' spaces count \r\n')).toBe(' spaces count ');
    expect(() => read('short\n')).toThrow('too short');
    expect(() => read('first line\nsecond line\n')).toThrow('more than one line');
    expect(() => readPassphrase(join(folder, 'none'))).toThrow('cannot be read');
  });
});

describe('reading an archive', () => {
  it('ends when the source breaks', async () => {
    const bytes = await bytesOf(SMALL);
    const source = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 40);
        throw new Error('the disk went away');
      })(),
    );
    await expect(async () => {
      for await (const _ of entriesOf(source));
    }).rejects.toBeInstanceOf(BackupFault);
  });
});
