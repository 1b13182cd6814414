import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded-postgres.js';
import { serverUser } from './server-user.js';

async function query(database: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isAlive = (pid: number) => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').length > 0;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  const started: EmbeddedPostgres[] = [];
  const start = async (options: EmbeddedOptions = { throwAway: true }) => {
    const database = await startEmbeddedPostgres(folder, options);
    started.push(database);
    return database;
  };
  beforeEach(() => {
    // As people name folders.
    folder = join(mkdtempSync(join(tmpdir(), 'daymark-embedded-')), "Ada's Übungen & more");
    chmodSync(dirname(folder), 0o755);
  });
  afterEach(async () => {
    for (const database of started.splice(0)) await database.stop();
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  it('keeps data and address from start to start, and is gone when stopped', async () => {
    const first = await start();
    const pid = postmasterOf(folder);
    await query(first, 'create table kept (word text)');
    await query(first, "insert into kept values ('Übung')");
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second, 'select lower(word) as word from kept')).toEqual([{ word: 'übung' }]);
    await second.stop();
  }, 60_000);

  it('keeps its password from other people and listens on this machine only', async () => {
    const database = await start();
    expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(await query(database, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(query({ ...database, url: database.url.replace(/:[^:@]+@/, ':guess@') }, 'select 1')).rejects.toThrow('password authentication failed');
    await database.stop();
  }, 60_000);

  it('has one owner at a time, and lets a command line share it', async () => {
    const owner = await start();
    await expect(start()).rejects.toThrow(/Another Daymark runs on .* already/);
    const guest = await start({ throwAway: true, share: true });
    await guest.stop();
    expect(await query(owner, 'select 1 as one')).toEqual([{ one: 1 }]);
    await owner.stop();
  }, 60_000);

  it('starts when another process has got the number of a server that died', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n0\n5432\n\n127.0.0.1\n0 0\nready\n`);
    const database = await start();
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  }, 60_000);

  it('recovers when the server itself was killed', async () => {
    const database = await start({});
    await query(database, 'create table kept as select 7 as number');
    process.kill(postmasterOf(folder), 'SIGKILL');
    const again = await start({});
    expect(await query(again, 'select number from kept')).toEqual([{ number: 7 }]);
    await again.stop();
  }, 60_000);

  it('says in one sentence that a folder cannot be written', async () => {
    mkdirSync(dirname(folder), { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    await expect(start()).rejects.toThrow(/cannot be written \(.+\): make its folder writable, or choose another with DAYMARK_DATA_DIR/);
  });

  it('says in one sentence what is wrong with the folder of the database', async () => {
    const holding = (name: string, content: string) => {
      const own = join(folder, name);
      mkdirSync(join(own, 'postgres'), { recursive: true });
      writeFileSync(join(own, 'postgres', content), name === 'newer' ? '19\n' : '');
      return startEmbeddedPostgres(own, { throwAway: true });
    };
    await expect(holding('newer', 'PG_VERSION')).rejects.toThrow('is of PostgreSQL 19 and this Daymark brings 18');
    await expect(holding('empty', 'PG_VERSION')).rejects.toThrow('its file PG_VERSION names no version. Move it away, start Daymark, and restore a backup.');
    await expect(holding('foreign', 'holiday.jpg')).rejects.toThrow('exists and holds no database of PostgreSQL: restore it from a backup, move it away');
    writeFileSync(join(folder, 'postgres'), 'a file');
    await expect(start()).rejects.toThrow('exists and holds no database of PostgreSQL');
    for (const name of ['a "quoted" one', 'a `tick`', 'cost $5', 'back\\slash'])
      await expect(startEmbeddedPostgres(join(folder, name), { throwAway: true })).rejects.toThrow(
        `PostgreSQL can't use the folder ${join(folder, name)}, because its name has one of`,
      );
    expect(readdirSync(join(folder, 'foreign', 'postgres'))).toEqual(['holiday.jpg']);
  });

  it('lives where the user of its server can get to, and says so when that is not the data folder', async () => {
    chmodSync(dirname(folder), 0o700);
    const told: string[] = [];
    const database = await start({ throwAway: true, tell: (line) => told.push(line) });
    const [{ data_directory: cluster } = {}] = await query(database, 'show data_directory');
    await database.stop();
    // Root gives the server a user of its own, who cannot pass a private folder; anybody else runs it as themselves.
    const isMoved = serverUser() !== undefined;
    expect(cluster).toMatch(isMoved ? /^\/(var\/lib|srv|opt)\/daymark-\w+\/postgres$/ : join(folder, 'postgres'));
    expect(told).toEqual(isMoved ? [`The database lives in ${dirname(String(cluster))}, since its system user cannot reach ${folder}.`] : []);
    rmSync(dirname(String(cluster)), { recursive: true });
  }, 60_000);
});
