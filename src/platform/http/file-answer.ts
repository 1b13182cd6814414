/** Answers that are files. Nothing in them can run as a page of ours, whatever they hold. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileAnswer } from './endpoint.contract.js';

/** A file too large to be held as a whole: what a handler answers with instead of a `FileAnswer`. */
export class FileStream {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly stream: Readable,
  ) {}
}

/** Types that a browser can show without running anything in them; every other is saved. */
const SHOWABLE = new Set(['image/png', 'image/jpeg', 'image/webp', 'text/calendar']);

/**
 * Sets the headers and gives what is to be sent. A file in memory gets a tag of its content: a reader that has it is answered with nothing,
 * which `answerNotModified` turns into a 304.
 */
export function sendFile(file: FileAnswer | FileStream, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Buffer | Readable {
  const inline = !(file instanceof FileStream) && file.inline === true && SHOWABLE.has(mediaType(file.type));
  void reply.type(file.type).header('content-disposition', `${inline ? 'inline' : 'attachment'}; ${namedAs(file.name)}`);
  void reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
  if (file instanceof FileStream) return file.stream;
  const etag = `W/"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === etag) return Buffer.alloc(0);
  return Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
}

const mediaType = (type: string) => type.split(';')[0]?.trim().toLowerCase() ?? '';

/** The name for old readers, and in full for those that know RFC 5987. */
function namedAs(name: string): string {
  const plain = name.replaceAll(/[^\w.() -]/g, '_');
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
