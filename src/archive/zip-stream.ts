import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { setImmediate as breath } from 'node:timers/promises';

export interface ZipEntry {
  /** With `/` between folders. */
  path: string;
  bytes: Uint8Array;
  /** What is compressed already, such as an image, is taken as it is. */
  isCompressed?: boolean;
}

/** Compressed at a time, so that no request of somebody else waits for a large table. */
const SLICE = 65_536;

/**
 * A ZIP, chunk by chunk as it is read, so that no more than one entry is held.
 * @param at when all of it was written; in local time, which is all that the format knows
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const taken = () => {
    const made = chunks;
    chunks = [];
    return made;
  };
  for await (const { path, bytes, isCompressed = false } of entries) {
    const file = isCompressed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = at;
    zip.add(file);
    for (let from = 0; from === 0 || from < bytes.length; from += SLICE) {
      file.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
      yield* taken();
      await breath();
    }
  }
  zip.end();
  yield* taken();
}
