import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Problem } from '../http/problem.js';
import { FileStore, safeKey } from './file-store.js';
import { storeFault } from './store-fault.js';

export interface S3Place {
  /** Address of the store, to which bucket and key are appended (path style, which every S3-compatible store knows). */
  url: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** For one request, the reading of its answer included. */
const PATIENCE_MS = 30_000;
/** Besides the first attempt, where the store says 5xx or 429. */
const RETRIES = 2;

/** Files in a bucket of an S3-compatible store. Requests are signed (SigV4) over their content too, so that none is changed on its way. */
export class S3FileStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly place: S3Place) {
    super();
    const { accessKeyId, secretAccessKey, region } = place;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  }

  async put(key: string, bytes: Uint8Array, type: string): Promise<void> {
    await this.ask('PUT', key, [200], { body: bytes as Uint8Array<ArrayBuffer>, type });
  }

  async get(key: string): Promise<Readable | null> {
    const { status, body } = await this.ask('GET', key, [200, 404]);
    return status === 404 || body === null ? null : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  async has(key: string): Promise<boolean> {
    return (await this.ask('HEAD', key, [200, 404])).status === 200;
  }

  async delete(key: string): Promise<void> {
    await this.ask('DELETE', key, [200, 204, 404]);
  }

  private async ask(
    method: string,
    key: string,
    expected: readonly number[],
    sent?: { body: Uint8Array<ArrayBuffer>; type: string },
  ): Promise<{ status: number; body: unknown }> {
    const { url, bucket } = this.place;
    const address = `${url.replace(/\/+$/, '')}/${bucket}/${safeKey(key)}`;
    const hash = createHash('sha256')
      .update(sent?.body ?? new Uint8Array())
      .digest('hex');
    const headers = { 'x-amz-content-sha256': hash, ...(sent && { 'content-type': sent.type }) };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await this.client.fetch(address, { method, headers, signal, ...(sent && { body: sent.body }) }).catch((error: unknown) => {
      throw storeFault(`${method} at the store of files`, error);
    });
    if (!expected.includes(response.status)) throw await refused(method, response);
    // An answer that is not read keeps its connection.
    if (method !== 'GET' || response.status === 404) await response.arrayBuffer();
    return response;
  }
}

async function refused(method: string, response: Response): Promise<Problem> {
  const words = await response.text().catch(() => '');
  return storeFault(`${method} at the store of files`, new Error(`it answered ${response.status} ${words.slice(0, 300)}`));
}
