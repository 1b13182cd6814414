/** Images are never kept as they came: they are read and written anew, and what is no picture in them (place, camera, hidden files) stays behind. */
import sharp from 'sharp';
import type { ImageKind } from './file-kind.js';

/** Over all frames; a picture of a good phone has 50 million. What a file of 10 MB could otherwise unfold to fills any memory. */
export const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 4_096;
const LONGEST_SECONDS = 15;

// Only what is taken is ever read: whatever a file turns out to be, no reader of SVG, TIFF or PDF sees it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer'] });
sharp.cache(false);

/** One at a time in this process: a picture needs its memory alone. */
let turn: Promise<unknown> = Promise.resolve();

/** The image written anew, upright, at most 4,096 pixels on a side; a GIF becomes a WebP. Throws for what cannot be read or is too large. */
export function copyImage(bytes: Uint8Array, kind: ImageKind): Promise<{ bytes: Uint8Array; kind: ImageKind }> {
  const copied = turn.then(() => copy(bytes, kind));
  turn = copied.catch(() => undefined);
  return copied;
}

async function copy(bytes: Uint8Array, kind: ImageKind): Promise<{ bytes: Uint8Array; kind: ImageKind }> {
  const written = kind === 'gif' ? 'webp' : kind;
  const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: written === 'webp', autoOrient: true });
  const picture = source.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }).timeout({ seconds: LONGEST_SECONDS });
  const ways = { png: () => picture.png(), jpeg: () => picture.jpeg({ quality: 88 }), webp: () => picture.webp({ quality: 88, effort: 3 }) };
  return { bytes: await ways[written]().toBuffer(), kind: written };
}
