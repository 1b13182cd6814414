/** Writes a .br and a .gz beside each built file that they make smaller: compressed once and well, instead of for each request. */
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './built.mjs';

const IS_TEXT = /\.(js|css|svg|webmanifest)$/;
/** Less fits into one network packet either way. */
const MIN_BYTES = 1_024;

const ENCODINGS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

export async function writeCompressed(folder) {
  for (const file of filesIn(folder, (name) => IS_TEXT.test(name))) {
    const bytes = readFileSync(file);
    if (bytes.length < MIN_BYTES) continue;
    await Promise.all(
      Object.entries(ENCODINGS).map(async ([ending, compress]) => {
        const compressed = await compress(bytes);
        if (compressed.length < bytes.length) writeFileSync(`${file}.${ending}`, compressed);
      }),
    );
  }
}
