import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { assertProperty } from '../../test/support/property.js';
import { zipStream, type ZipEntry } from './zip-stream.js';

const AT = new Date('2026-03-02T09:00:00Z');
const zipped = (entries: ZipEntry[]) => buffer(Readable.from(zipStream(Readable.from(entries) as AsyncIterable<ZipEntry>, AT)));

describe('a ZIP that is streamed', () => {
  it('holds what went in, whatever it is, in its order', async () => {
    // A few bytes over and over: as long as several slices, and quick to make.
    const bytes = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat({ max: 200_000 })).map(([pattern, length]) => Buffer.alloc(length, pattern));
    const entry = fc.record({ bytes, isCompressed: fc.boolean() });
    await assertProperty(
      fc.asyncProperty(fc.array(entry, { maxLength: 4 }), async (made) => {
        const entries = made.map((each, i) => ({ ...each, path: `folder ${i}/datei-ä.bin` }));
        const found = unzipSync(await zipped(entries));
        expect(Object.keys(found)).toEqual(entries.map(({ path }) => path));
        for (const { path, bytes } of entries) expect(Buffer.from(found[path]!).equals(bytes)).toBe(true);
      }),
      { runs: 25 },
    );
  });

  it('makes text small', async () => {
    const bytes = Buffer.from('tide '.repeat(40_000));
    expect((await zipped([{ path: 'a.txt', bytes }])).length).toBeLessThan(bytes.length / 50);
  });

  it('ends in a fault where an entry does, instead of in half a ZIP', async () => {
    async function* broken(): AsyncGenerator<ZipEntry> {
      yield { path: 'a.txt', bytes: Buffer.from('a') };
      throw await Promise.resolve(new Error('the store is down'));
    }
    await expect(buffer(Readable.from(zipStream(broken(), AT)))).rejects.toThrow('the store is down');
  });
});
