import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { withoutBase } from './base-path.js';
import { answerNotModified } from './kept-answer.js';
import { serveWebApp } from './web-app.js';

const PAGE = '<html lang="en" data-base="./"><script src="./assets/app.js"></script><link rel="manifest" href="./manifest.webmanifest"></html>';

describe('the web app, served', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-web-'));
  let http: FastifyInstance;

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
    writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'app.js.br'), brotliCompressSync('export {};'));
    writeFileSync(join(folder, 'assets', 'app.js.gz'), gzipSync('export {};'));
  });
  afterEach(() => http.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const serve = async (base: string) => {
    http = fastify({ rewriteUrl: withoutBase(base) });
    http.addHook('onSend', async (_, reply, payload) => answerNotModified(reply, payload));
    const register = (...args: Parameters<FastifyInstance['register']>) => http.register(...args);
    await serveWebApp({ register, getHttpAdapter: () => ({ getInstance: () => http }) } as unknown as NestFastifyApplication, base, folder);
    return http;
  };

  it.each(['/', '/index.html', '/plan', '/levels/some/depth', '/today?log=true'])('answers %s with the page, its files named from the root', async (url) => {
    const { body, headers } = await (await serve('')).inject({ url });
    expect(body).toBe('<html lang="en" data-base="/"><script src="/assets/app.js"></script><link rel="manifest" href="/manifest.webmanifest"></html>');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
  });

  it.each(['/daymark', '/daymark/', '/daymark?x=1', '/daymark/plan', '/', '/plan', '/daymark/index.html'])(
    'answers %s below a path with the page, its files named from that path',
    async (url) => {
      const { body } = await (await serve('/daymark')).inject({ url });
      expect(body).toContain('data-base="/daymark/"');
      for (const [, file = ''] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
        expect(file).toMatch(/^\/daymark\//);
        expect((await http.inject({ url: file })).statusCode).toBe(200);
      }
    },
  );

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ] as const)('sends a file as the build compressed it to a browser that accepts "%s", and lets it keep the file', async (accepted, encoding, read) => {
    const { rawPayload, headers } = await (await serve('/daymark')).inject({ url: '/daymark/assets/app.js', headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('javascript') as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(read(rawPayload).toString()).toBe('export {};');
  });

  it('answers a HEAD as a GET, without the file', async () => {
    const { statusCode, body, headers } = await (await serve('')).inject({ method: 'HEAD', url: '/assets/app.js' });
    expect({ statusCode, body, length: headers['content-length'] }).toEqual({ statusCode: 200, body: '', length: '10' });
  });

  it.each([
    '/assets/app.js.br',
    '/assets/app.js.gz',
    '/assets/old.js',
    '/api/v1/nothing',
    '/favicon.png',
    '/daymarks.js',
    '/assets/../index.js',
    '/assets/%2e%2e/package.json',
  ])('has nothing at %s', async (url) => {
    expect((await (await serve('/daymark')).inject({ url })).statusCode).toBe(404);
  });

  it('is not loaded again by a browser that has it', async () => {
    const { headers } = await (await serve('')).inject({ url: '/' });
    const { statusCode, body } = await http.inject({ url: '/plan', headers: { 'if-none-match': String(headers.etag) } });
    expect([statusCode, body]).toEqual([304, '']);
  });
});
