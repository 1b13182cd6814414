/** Answers that never change under their key: put together once, held to their contract once, and sent again as the bytes they are. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { z } from 'zod';

/** What a handler answers with where the answer is as good as its key: a release, by its id. Readers get an ETag, and 304 when they have it. */
export class KeptAnswer<Answer> {
  constructor(
    readonly key: string,
    readonly read: () => Answer | Promise<Answer>,
    /** Whether its very address never answers anything else: a browser then need not even ask. */
    readonly isForever = false,
  ) {}
}

interface Body {
  plain: Buffer;
  etag: string;
  /** By the name of the encoding, once somebody asked for it. */
  encoded: Map<string, Promise<Buffer>>;
}

/** Memory for bodies, in bytes; a certification of the shipped size is about 100 KB. */
const MOST_BYTES = 32 * 1_048_576;
/** For a year, by the browser of whoever may read it, and by nothing in between. */
const FOREVER = 'private, max-age=31536000, immutable';
/** Below it compression costs more than it saves. */
const WORTH_BYTES = 2_048;
/** The best first; browsers ask for brotli over TLS only. */
const ENCODINGS: readonly (readonly [name: string, encode: (plain: Buffer) => Promise<Buffer>])[] = [
  ['br', (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ['gzip', (plain) => promisify(gzip)(plain)],
];

const bodies = new Map<string, Body>();
let bytes = 0;

/**
 * The bytes to send, with the headers that let a browser keep them: it asks each time whether they still hold (`no-cache`), for which
 * release is current may change any moment; unless the address names the release. Empty for a reader that has them; `answerNotModified` turns that into a 304.
 */
export async function keptBody<Answer>(
  schema: z.ZodType,
  { key, read, isForever }: KeptAnswer<Answer>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<Buffer> {
  const body = bodies.get(key) ?? keep(key, await made(schema, read));
  const control = isForever ? FOREVER : 'no-cache';
  // What is kept without asking is kept for this reader: another one on the same machine may not read it.
  const vary = isForever ? 'accept-encoding, authorization' : 'accept-encoding';
  void reply.header('etag', body.etag).header('cache-control', control).header('vary', vary).type('application/json; charset=utf-8');
  if (request.headers['if-none-match'] === body.etag) return Buffer.alloc(0);
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/[ ,]+/);
  const [name, encode] = ENCODINGS.find(([each]) => accepted.includes(each)) ?? [];
  if (!name || !encode || body.plain.length < WORTH_BYTES) return body.plain;
  void reply.header('content-encoding', name);
  const encoded = body.encoded.get(name) ?? encode(body.plain);
  body.encoded.set(name, encoded);
  return encoded;
}

/** For `onSend`: an answer without content that carries an entity tag is what the reader has already. */
export function answerNotModified(reply: FastifyReply, payload: unknown): unknown {
  if (!Buffer.isBuffer(payload) || payload.length > 0 || !reply.hasHeader('etag') || reply.statusCode !== 200) return payload;
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/** The tag is of the content, so that a newer Daymark that says more is not taken for what a reader has. Weak: the same for every encoding. */
async function made(schema: z.ZodType, read: () => unknown): Promise<Body> {
  const plain = Buffer.from(JSON.stringify(schema.parse(await read())));
  return { plain, etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`, encoded: new Map() };
}

/** What was made longest ago makes room. */
function keep(key: string, body: Body): Body {
  if (!bodies.has(key)) bytes += body.plain.length;
  bodies.set(key, body);
  for (const [oldest, { plain }] of bodies) {
    if (bytes <= MOST_BYTES || oldest === key) break;
    bodies.delete(oldest);
    bytes -= plain.length;
  }
  return body;
}
