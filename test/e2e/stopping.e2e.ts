import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { freshDatabase, startApp } from '../support/daymark.js';

const BODY = JSON.stringify({ email: 'nobody@harbour.example', password: 'no such password' });

describe('a server that stops', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: NestFastifyApplication;

  beforeEach(async () => {
    database = await freshDatabase();
    app = await startApp(database.url);
  });
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const server = () => app.getHttpServer() as Server;

  /** A connection as browsers hold them: while nothing is asked on it, the client does not notice that the server ended it. */
  async function opens(): Promise<Socket> {
    const accepted = once(server(), 'connection');
    const socket = connect({ port: (server().address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
    await Promise.all([once(socket, 'connect'), accepted]);
    return socket;
  }

  /** All that comes until the server ends its side. The client keeps its own side open. */
  async function readsAll(socket: Socket): Promise<string> {
    let all = '';
    socket.on('data', (bytes: Buffer) => (all += bytes.toString()));
    await once(socket, 'end');
    return all;
  }

  /** Resolves when the server stops accepting connections. */
  function stopsListening(): Promise<void> {
    const close = server().close.bind(server());
    return new Promise((resolve) => {
      server().close = (done) => (resolve(), close(done));
    });
  }

  it('answers the request in progress, and then closes its connection instead of keeping it alive', async () => {
    const socket = await opens();
    const isAsked = once(server(), 'request');
    const [head, rest] = [BODY.slice(0, 10), BODY.slice(10)];
    socket.write(`POST /api/v1/sessions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${head}`);
    await isAsked;
    const notListening = stopsListening();
    const closed = app.close();
    await notListening;
    socket.write(rest);
    expect(await readsAll(socket)).toMatch(/^HTTP\/1\.1 401 /);
    await closed;
    socket.destroy();
  });

  it('closes the connection of an answer that it had begun, once that is sent', async () => {
    const socket = await opens();
    const finish = new Promise<() => void>((resolve) => {
      server().prependOnceListener('request', (_, answer) => {
        const end = answer.end.bind(answer);
        answer.end = ((body: string) => answer.write(body, () => resolve(end))) as unknown as typeof answer.end;
      });
    });
    socket.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const send = await finish;
    const notListening = stopsListening();
    const closed = app.close();
    await notListening;
    send();
    expect(await readsAll(socket)).toMatch(/^HTTP\/1\.1 200 /);
    await closed;
    socket.destroy();
  });

  it('does not wait for a connection without any request', async () => {
    const socket = await opens();
    await app.close();
    expect(await readsAll(socket)).toBe('');
    socket.destroy();
  });
});
