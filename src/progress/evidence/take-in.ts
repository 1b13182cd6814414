import { Problem } from '../../platform/http/problem.js';
import { fileNotAsNamed, fileNotTaken, imageUnreadable } from './evidence-files.contract.js';
import { isImage, keptAs, kindOf, renamed, type ImageKind } from './file-kind.js';
import { copyImage, MOST_PIXELS } from './image-copy.js';

/** A file as it is to be kept: its kind found in its content, an image written anew, its name and type made to fit. Refuses all else. */
export async function takeIn(given: string, bytes: Uint8Array): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const kind = await kindOf(bytes);
  if (!kind) throw new Problem(fileNotTaken, 'Send a PNG, JPEG, WebP or GIF image, a PDF, a ZIP, or a text in UTF-8. What is something else goes into a ZIP.');
  const kept = keptAs(given, kind);
  if (!kept) throw new Problem(fileNotAsNamed, `What is in it is ${WORDS[kind]}. Give it the name that fits, or send the right file.`, { found: kind });
  if (!isImage(kind)) return { ...kept, bytes };
  const copy = await copyOf(bytes, kind);
  return { ...renamed(kept.name, copy.kind), bytes: copy.bytes };
}

const WORDS = {
  ...{ png: 'a PNG image', jpeg: 'a JPEG image', webp: 'a WebP image', gif: 'a GIF image' },
  ...{ pdf: 'a PDF', zip: 'a ZIP', text: 'plain text' },
};

async function copyOf(bytes: Uint8Array, kind: ImageKind): Promise<{ bytes: Uint8Array; kind: ImageKind }> {
  try {
    return await copyImage(bytes, kind);
  } catch {
    const most = MOST_PIXELS / 1_000_000;
    throw new Problem(imageUnreadable, `It is broken, or has more than ${most} million pixels. Save it anew, or smaller, and send that.`);
  }
}
