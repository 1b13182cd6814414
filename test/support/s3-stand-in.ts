import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const S3_KEYS = { accessKeyId: 'AKIDHARBOUR', secretAccessKey: 'a secret of the stand-in', region: 'eu-north-1', bucket: 'evidence' };

/**
 * A small S3 of the test: keeps objects of one bucket in memory and refuses whatever is not signed by SigV4 (worked out here from Amazon's
 * description, not by the library under test) over method, path, headers and content.
 */
export function s3StandIn() {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const asked: string[] = [];
  const stand = {
    objects,
    /** Method and path of each request. */
    asked,
    /** A status to answer with instead, while it is set. */
    fails: undefined as number | undefined,
    listen: () => new Promise<string>((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // A client keeps its connections for the next request.
        server.closeAllConnections();
      }),
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const bytes = await buffer(request);
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url}`);
    if (stand.fails) return response.writeHead(stand.fails).end('<Error><Code>SlowDown</Code></Error>');
    const fault = faultOf(request, bytes);
    if (fault) return response.writeHead(403).end(`<Error><Code>${fault}</Code></Error>`);
    const key = url.replace(`/${S3_KEYS.bucket}/`, '');
    if (!url.startsWith(`/${S3_KEYS.bucket}/`)) return response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
    if (method === 'PUT') {
      objects.set(key, { bytes, type: request.headers['content-type'] ?? '' });
      return response.writeHead(200).end();
    }
    const object = objects.get(key);
    if (method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    return object ? response.writeHead(200, { 'content-type': object.type }).end(object.bytes) : response.writeHead(404).end('<Error/>');
  };
  const server = createServer((request, response) => void answer(request, response));
  return stand;
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Why a request is not believed; undefined where it is. */
function faultOf({ method = '', url = '', headers }: IncomingMessage, bytes: Buffer): string | undefined {
  const said = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  if (!said) return 'AccessDenied';
  const [, id, day = '', region = '', names = '', signature = ''] = said;
  if (id !== S3_KEYS.accessKeyId || region !== S3_KEYS.region) return 'InvalidAccessKeyId';
  if (headers['x-amz-content-sha256'] !== sha256(bytes)) return 'XAmzContentSHA256Mismatch';
  const signed = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return 'AccessDenied';
  const [path = '', query = ''] = url.split('?');
  const lines = signed.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('');
  const canonical = [method, path, query, lines, names, sha256(bytes)].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce((made, part) => hmac(made, part), hmac(`AWS4${S3_KEYS.secretAccessKey}`, day));
  const ours = createHmac('sha256', key).update(toSign).digest();
  return timingSafeEqual(ours, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}
