import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { assertProperty } from '../../../test/support/property.js';
import { S3_KEYS, s3StandIn } from '../../../test/support/s3-stand-in.js';
import { DiskFileStore } from './disk-file-store.js';
import { safeKey, type FileStore } from './file-store.js';
import { S3FileStore } from './s3-file-store.js';

// What a store could not do is logged; here it is expected.
Logger.overrideLogger(false);

const read = async (store: FileStore, key: string) => {
  const stream = await store.get(key);
  return stream && (await buffer(stream));
};
const text = (words: string) => new TextEncoder().encode(words);

const folder = mkdtempSync(join(tmpdir(), 'daymark-files-'));
const s3 = s3StandIn();
let url = '';
beforeAll(async () => {
  url = await s3.listen();
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => new DiskFileStore(join(folder, 'files'))],
  ['an S3-compatible store', () => new S3FileStore({ url, ...S3_KEYS })],
];

describe.each(stores)('%s', (_, open) => {
  it('gives back what it was given, byte by byte', async () => {
    const store = open();
    const bytes = Uint8Array.from({ length: 300_000 }, (_unused, i) => (i * 7 + (i >> 8)) % 256);
    await store.put('evidence/ab/one', bytes, 'application/zip');
    expect(await store.has('evidence/ab/one')).toBe(true);
    expect(Buffer.compare((await read(store, 'evidence/ab/one'))!, bytes)).toBe(0);
  });

  it('has nothing under a key that was never used, and deletes it all the same', async () => {
    const store = open();
    expect(await store.get('evidence/ab/never')).toBeNull();
    expect(await store.has('evidence/ab/never')).toBe(false);
    await store.delete('evidence/ab/never');
    await store.delete('nowhere/ab/never');
  });

  it('puts the new in place of the old', async () => {
    const store = open();
    await store.put('evidence/ab/two', text('old and longer'), 'text/plain');
    await store.put('evidence/ab/two', text('new'), 'text/plain');
    expect(String(await read(store, 'evidence/ab/two'))).toBe('new');
  });

  it('forgets what is deleted, its neighbours not, and again changes nothing', async () => {
    const store = open();
    await store.put('evidence/ab/three', text('3'), 'text/plain');
    await store.put('evidence/ab/three-and-a-half', text('3.5'), 'text/plain');
    await store.delete('evidence/ab/three');
    await store.delete('evidence/ab/three');
    expect(await store.get('evidence/ab/three')).toBeNull();
    expect(String(await read(store, 'evidence/ab/three-and-a-half'))).toBe('3.5');
  });

  it('keeps nothing at all, too', async () => {
    const store = open();
    await store.put('evidence/ab/empty', new Uint8Array(), 'text/plain');
    expect(await read(store, 'evidence/ab/empty')).toHaveLength(0);
  });

  it('shows all or nothing of what is written many times at once', async () => {
    const store = open();
    const contents = Array.from({ length: 8 }, (_unused, i) => String(i).repeat(50_000));
    await Promise.all(contents.map((content) => store.put('evidence/ab/busy', text(content), 'text/plain')));
    expect(contents).toContain(String(await read(store, 'evidence/ab/busy')));
  });

  it.each(['', '/etc/passwd', '../secrets', 'a/../../b', 'a//b', 'a/b/', 'A', 'a.b', 'a b', 'a\\b', 'a%2e', 'a\0b', 'a?b', '-a', 'x'.repeat(201)])(
    'takes no key like %j',
    async (key) => {
      const store = open();
      await expect(store.put(key, text('!'), 'text/plain')).rejects.toThrow('Not a key');
      await expect(store.get(key)).rejects.toThrow('Not a key');
      await expect(store.has(key)).rejects.toThrow('Not a key');
      await expect(store.delete(key)).rejects.toThrow('Not a key');
    },
  );
});

describe('a key', () => {
  it('never leaves the folder', () => {
    assertProperty(
      fc.property(fc.string(), (key) => {
        try {
          return join('/files', safeKey(key)).startsWith('/files/') && !key.includes('..');
        } catch {
          return true;
        }
      }),
    );
  });
});

describe('a folder as a store', () => {
  it('is for its owner alone, holds no drafts, and sweeps those of a crash', async () => {
    const [root, store] = [join(folder, 'own'), new DiskFileStore(join(folder, 'own'))];
    await store.put('evidence/cd/one', text('1'));
    expect(statSync(join(root, 'evidence/cd')).mode & 0o077).toBe(0);
    expect(statSync(join(root, 'evidence/cd/one')).mode & 0o077).toBe(0);
    expect(readdirSync(join(root, 'evidence/cd'))).toEqual(['one']);
    writeFileSync(join(root, 'evidence/cd/one.0123456789ab'), 'half of');
    await store.delete('evidence/cd/one');
    expect(readdirSync(join(root, 'evidence/cd'))).toEqual([]);
  });

  it('says that it cannot be written, and nothing of where it is', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    const error = await new DiskFileStore(join(folder, 'no-folder')).put('evidence/ab/one', text('1')).catch((each: Error) => each);
    expect(error).toMatchObject({ kind: { slug: 'files-down' } });
    expect(String(error)).not.toContain(folder);
  });
});

describe('an S3-compatible store', () => {
  it('is asked by path, bucket and key, with the type', async () => {
    await new S3FileStore({ url: `${url}/`, ...S3_KEYS }).put('evidence/ef/one', text('1'), 'text/markdown; charset=utf-8');
    expect(s3.asked).toContain('PUT /evidence/evidence/ef/one');
    expect(s3.objects.get('evidence/ef/one')).toMatchObject({ type: 'text/markdown; charset=utf-8' });
  });

  it.each([
    ['a wrong secret', { secretAccessKey: 'guessed' }],
    ['an unknown key', { accessKeyId: 'SOMEBODY' }],
    ['another bucket', { bucket: 'elsewhere' }],
  ])('that refuses %s is told as one that does not answer', async (_, wrong) => {
    const store = new S3FileStore({ url, ...S3_KEYS, ...wrong });
    await expect(store.put('evidence/ab/no', text('1'), 'text/plain')).rejects.toMatchObject({ kind: { slug: 'files-down' } });
    expect(s3.objects.has('evidence/ab/no')).toBe(false);
  });

  it('that is busy is asked again, and then given up', async () => {
    s3.fails = 503;
    const before = s3.asked.length;
    await expect(new S3FileStore({ url, ...S3_KEYS }).get('evidence/ab/one')).rejects.toMatchObject({ kind: { slug: 'files-down' } });
    s3.fails = undefined;
    expect(s3.asked.length - before).toBe(3);
  });

  it('that is not there is told so', async () => {
    const store = new S3FileStore({ ...S3_KEYS, url: 'http://127.0.0.1:1' });
    await expect(store.delete('evidence/ab/one')).rejects.toMatchObject({ kind: { slug: 'files-down' } });
  });
});
