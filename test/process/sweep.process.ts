import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createApp } from '../../src/create-app.js';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { readConfig } from '../../src/platform/config/config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { fillSchool } from '../../bench/support/readiness-school.js';
import { dataFolder, isAlive, removeFolder, StartedDaymark } from './started-daymark.js';

const ENROLLMENTS = 12_000;
const DAYMARK_TOKEN_SECRET = 'a secret that only these tests know';

describe('the daily sweep', () => {
  const folder = dataFolder();
  let database: EmbeddedPostgres;
  const started: StartedDaymark[] = [];
  const startWorker = async () => {
    const settings = { DATABASE_URL: database.url, DAYMARK_TOKEN_SECRET, DAYMARK_DATA_DIR: join(folder, 'daymark'), DAYMARK_ROLES: 'worker' };
    const soon = { DAYMARK_CLAIM_SECONDS: '2', DAYMARK_TICK_SECONDS: '1', DAYMARK_QUEUE_LOCK_MS: '1000', DAYMARK_QUEUE_STALL_MS: '1000' };
    const worker = await StartedDaymark.run({ ...settings, ...soon }, ['node', 'scripts/start.mjs']);
    started.push(worker);
    return worker;
  };

  beforeAll(async () => {
    database = await startEmbeddedPostgres(folder, { throwAway: true });
    const config = readConfig({ DAYMARK_TOKEN_SECRET, DAYMARK_DATA_DIR: join(folder, 'daymark'), DAYMARK_LOG_LEVEL: 'fatal', DAYMARK_ROLES: 'api' });
    await runAllMigrations(database.url, { databaseUrl: database.url }, config);
    const app = await createApp({ config, databaseUrl: database.url, queueStore: { databaseUrl: database.url } });
    await fillSchool(app, database.url, ENROLLMENTS);
    await app.close();
  }, 240_000);
  afterAll(async () => {
    for (const daymark of started) daymark.kill();
    await database.stop();
    removeFolder(folder);
  }, 240_000);

  it('goes on in another worker when one is killed in the middle, and does every row once', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // Counts the writes of each row.
    await client.query(`
      create table written (enrollment_id uuid not null);
      create function note_written() returns trigger language plpgsql as 'begin insert into written values (new.enrollment_id); return null; end';
      create trigger note_written after update on readiness for each row execute function note_written()`);
    const count = async (sql: string) => (await client.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]!.count;
    const first = await startWorker();
    while ((await count('written')) < 1_000) await pause(5);
    await first.stop('SIGKILL', 'its group');
    expect(isAlive(first.pid)).toBe(false);
    const done = await count('written');
    expect(done).toBeLessThan(ENROLLMENTS);

    await Promise.all([startWorker(), startWorker()]);
    while ((await count('readiness where next_due_at <= now()')) > 0) await pause(50);
    expect(await count('written')).toBe(ENROLLMENTS);
    expect(await count('(select distinct enrollment_id from written) as once')).toBe(ENROLLMENTS);
    await client.end();
  }, 240_000);
});
