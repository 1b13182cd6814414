import { once } from 'node:events';
import { connect } from 'node:net';
import { freshDatabase, startApp } from '../support/daymark.js';

describe('a Daymark that is told to stop', () => {
  it('does not wait for a connection that never asked anything, as browsers open them ahead of need', async () => {
    const database = await freshDatabase();
    const app = await startApp(database.url);
    const socket = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    await fetch(`http://127.0.0.1:${socket.remotePort}/health/live`);
    const closed = once(socket, 'close');
    await app.close();
    await closed;
    await database.drop();
  }, 20_000);
});
