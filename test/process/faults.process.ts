import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { DataSource } from 'typeorm';
import { dataFolder, freePort, isAlive, postmasterOf, removeFolder, StartedDaymark } from './started-daymark.js';

const DAYMARK_TOKEN_SECRET = 'a secret that only these tests know';
const FROM_HERE = ['node', 'scripts/start.mjs'];

describe('a start that cannot succeed', () => {
  const folder = dataFolder();
  afterAll(() => removeFolder(folder));

  /** Starts it, and answers what it said as its last words: one line, after exit code 1. */
  async function lastWords(settings: Record<string, string>): Promise<string> {
    const daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder, ...settings }, FROM_HERE);
    expect(await daymark.ended).toEqual({ code: 1, signal: null });
    expect(daymark.output).not.toMatch(/^\s+at /m);
    expect([isAlive(-daymark.pid), postmasterOf(folder)]).toEqual([false, 0]);
    return daymark.output.trim().split('\n').at(-1) ?? '';
  }

  it('says that the port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const words = await lastWords({ PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));
    expect(words).toMatch(new RegExp(`^Port ${port} .*is taken by another program: stop that one, or choose another port with PORT\\.$`));
  }, 240_000);

  it('says that the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await lastWords({ DAYMARK_DATA_DIR: join(file, 'data') })).toMatch(
      /a-file.* cannot be written .*: make its folder writable, or choose another with DAYMARK_DATA_DIR\.$/,
    );
  }, 240_000);

  it('says that the database does not answer', async () => {
    const port = await freePort();
    const settings = { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/daymark`, DAYMARK_TOKEN_SECRET, DAYMARK_DATABASE_WAIT_SECONDS: '1' };
    expect(await lastWords(settings)).toBe(`The database at 127.0.0.1:${port} does not answer (nothing listens there): start it, or correct DATABASE_URL.`);
  }, 240_000);

  it('says that Redis does not answer to a worker, and stops the database it has started', async () => {
    const port = await freePort();
    expect(await lastWords({ REDIS_URL: `redis://127.0.0.1:${port}`, DAYMARK_ROLES: 'worker', DAYMARK_DATABASE_WAIT_SECONDS: '1' })).toBe(
      `Redis at 127.0.0.1:${port} does not answer: start it, or correct REDIS_URL.`,
    );
  }, 240_000);

  it('says that a setting is unknown', async () => {
    expect(await lastWords({ DAYMARK_COLOUR: 'red' })).toContain('DAYMARK_COLOUR: There is no such setting');
  }, 240_000);
});

describe('a start while Redis is not reachable', () => {
  const folder = dataFolder();
  let daymark: StartedDaymark | undefined;
  afterEach(() => daymark?.kill());
  afterAll(() => removeFolder(folder));

  it('says so in one line, serves requests, and stops with code 0', async () => {
    const port = await freePort();
    daymark = await StartedDaymark.run({ DAYMARK_DATA_DIR: folder, REDIS_URL: `redis://127.0.0.1:${port}` }, FROM_HERE);
    await daymark.ready();
    expect(await daymark.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(daymark.output).not.toMatch(/ECONNREFUSED|AggregateError|^\s+at /m);
    const words = `Redis at 127.0.0.1:${port} does not answer: start it, or correct REDIS_URL. Requests are served`;
    expect(daymark.output.split('\n').filter((line) => line.includes('does not answer'))).toEqual([expect.stringContaining(words)]);
  }, 240_000);
});

describe('a database of your own', () => {
  const folder = dataFolder();
  const port = freePort();
  let database: EmbeddedPostgres;
  let daymark: StartedDaymark | undefined;
  const start = async () =>
    StartedDaymark.run({ DATABASE_URL: database.url, DAYMARK_TOKEN_SECRET, DAYMARK_DATA_DIR: join(folder, 'daymark'), PORT: String(await port) }, FROM_HERE);

  beforeAll(async () => {
    database = await startEmbeddedPostgres(folder, { throwAway: true });
  }, 240_000);
  afterEach(() => daymark?.kill());
  afterAll(async () => {
    await database.stop();
    removeFolder(folder);
  }, 240_000);

  it('may come up after Daymark', async () => {
    await database.stop();
    daymark = await start();
    await daymark.says('Waiting for the database');
    database = await startEmbeddedPostgres(folder, { throwAway: true });
    await daymark.ready();
    expect(await daymark.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(isAlive(postmasterOf(folder))).toBe(true);
  }, 240_000);

  it('is refused when a newer Daymark has worked on it', async () => {
    const config = readConfig({});
    await runAllMigrations(database.url, { databaseUrl: database.url }, config);
    const source = await new DataSource(dataSourceOptions(database.url, config)).initialize();
    await source.query("insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')");
    await source.destroy();
    daymark = await start();
    expect(await daymark.ended).toEqual({ code: 1, signal: null });
    expect(daymark.output.trim()).toMatch(
      /^The database is newer than this Daymark \(it knows FromTheFuture\d+\): start a newer Daymark, or point it to another database\.$/,
    );
  }, 240_000);
});
