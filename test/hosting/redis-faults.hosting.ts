/** A Redis that answers and can’t be used, as `rediss:` meets it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { waitForRedis } from '../../src/platform/boot/wait-for-redis.js';
import { issue, selfSigned, type Certificate } from './certificates.js';

describe('a Redis over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-redis-'));
  const servers: Server[] = [];
  afterAll(async () => {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    rmSync(folder, { recursive: true, force: true });
  });

  const wordsAt = async (server: Server) => {
    servers.push(server.listen(0, '127.0.0.1'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    return waitForRedis(`rediss://localhost:${port}`, { seconds: 0 }).then(
      () => 'It starts.',
      ({ message }: Error) => message.replace(`:${port} `, ' '),
    );
  };
  const wordsWith = ({ certificate, key }: Certificate) =>
    wordsAt(createTlsServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => void socket.on('error', () => undefined)));

  it.each([
    [
      'that nobody has signed',
      () => selfSigned(folder, 'localhost'),
      'isn’t trusted (self-signed certificate): set NODE_EXTRA_CA_CERTS=/path/to/ca.pem to trust its authority.',
    ],
    [
      'that has expired',
      () => issue(folder, 'localhost', { days: 0 }),
      'isn’t valid today (certificate has expired): renew it on the server, or correct the clock of this machine.',
    ],
    ['for another name', () => issue(folder, 'valkey.example.org'), 'is for another name: use the name of the certificate in REDIS_URL.'],
  ])('with a certificate %s is told from one that does not answer', async (_, certificate, reason) => {
    expect(await wordsWith(certificate())).toBe(`Redis at localhost answers, but its TLS certificate ${reason}`);
  });

  it('is told from one without TLS', async () => {
    const plain = createServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.end('-ERR Protocol error\r\n')));
    expect(await wordsAt(plain)).toBe('Redis at localhost answers, but without TLS: write redis:// in REDIS_URL, or turn TLS on.');
  });
});
