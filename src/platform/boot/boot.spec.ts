import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { readConfig } from '../config/config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { checkDatabase, refuseOldServer, refuseOtherEncodings, refuseTransactionPooler } from './check-database.js';
import { runAllMigrations } from './migrations.js';
import { waitForDatabase } from './wait-for-database.js';

const config = readConfig({});

describe('the checks before the start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-boot-'));
  let database: EmbeddedPostgres;
  const start = () => startEmbeddedPostgres(folder, { throwAway: true });
  const migrate = () => runAllMigrations(database.url, { databaseUrl: database.url }, config);
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return (await client.query<Record<string, string>>(sql).finally(() => client.end())).rows;
  };

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    database = await start();
  }, 60_000);
  afterAll(async () => {
    await database.stop();
    rmSync(folder, { recursive: true });
  }, 120_000);

  it('lets processes that start at once take turns with the migrations', async () => {
    await Promise.all([migrate(), migrate(), migrate()]);
    expect((await query('select name from migration order by id')).map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    expect(await query("select 1 as one from information_schema.schemata where schema_name = 'bullmq'")).toHaveLength(1);
  }, 60_000);

  describe('makes the tables of the queues again, and says so,', () => {
    const DAMAGES: [what: string, sql: string][] = [
      ['where the record of their migrations is gone', 'delete from bullmq.migration'],
      ['where a part of that record is gone', 'delete from bullmq.migration where version > 1'],
      ['where a table is gone', 'drop table bullmq.job cascade'],
      [
        'where a function is gone',
        `do $$ begin execute (select 'drop function ' || oid::regprocedure from pg_proc where proname = 'add_job_scheduler' and pronamespace = 'bullmq'::regnamespace); end $$`,
      ],
      ['where a column is another', 'alter table bullmq.migration add column stray int'],
    ];

    it.each(DAMAGES)(
      '%s',
      async (_, damage) => {
        await migrate();
        await query('create table if not exists public.untouched as select 1 as one');
        await query(damage);
        const told: string[] = [];
        await runAllMigrations(database.url, { databaseUrl: database.url }, config, (line) => told.push(line));
        expect(told).toEqual(['The queue tables were damaged and have been recreated. No work is lost: the worklist has all of it.']);
        expect(await query(`select proname from pg_proc where proname = 'add_job_scheduler' and pronamespace = 'bullmq'::regnamespace`)).toHaveLength(1);
        expect(await query('select one from untouched')).toHaveLength(1);
        const silence: string[] = [];
        await runAllMigrations(database.url, { databaseUrl: database.url }, config, (line) => silence.push(line));
        expect(silence).toEqual([]);
      },
      60_000,
    );

    it('unless only something was added that BullMQ makes when a queue is used for the first time', async () => {
      await migrate();
      await query("select bullmq.next_job_id('a queue that was not used before')");
      const told: string[] = [];
      await runAllMigrations(database.url, { databaseUrl: database.url }, config, (line) => told.push(line));
      expect(told).toEqual([]);
    }, 60_000);

    it('unless a newer Daymark has made them', async () => {
      await migrate();
      await query(`insert into bullmq.migration (version, name, min_client_version) values (9999, 'from the future', 99)`);
      await expect(migrate()).rejects.toThrow('The queues in the database are newer than this Daymark');
      await query('delete from bullmq.migration where version = 9999');
    }, 60_000);
  });

  it('takes a database that it has migrated, and refuses one that a newer Daymark has', async () => {
    await migrate();
    await checkDatabase(database.url);
    await query("insert into migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')");
    await expect(checkDatabase(database.url)).rejects.toThrow(/newer than this Daymark \(it knows FromTheFuture\d+\): start a newer Daymark/);
    await query("delete from migration where name like 'FromTheFuture%'");
  });

  it('waits for a database that is down, says so once, and goes on when it is up', async () => {
    await database.stop();
    const told: string[] = [];
    const waiting = waitForDatabase(database.url, { seconds: 30, tell: (line) => told.push(line) });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    database = await start();
    await waiting;
    expect(told).toEqual([expect.stringMatching(/^Waiting for the database at 127\.0\.0\.1:\d+ \.\.\.$/)]);
  }, 60_000);

  it('gives up on one that never answers, in a sentence without the password', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const sentence = `The database at 127.0.0.1:${port} does not answer (nothing listens there): start it, or correct DATABASE_URL.`;
    await expect(waitForDatabase(`postgres://me:hunter2@127.0.0.1:${port}/x`, { seconds: 0 })).rejects.toThrow(sentence);
  });

  it('does not wait where waiting cures nothing', async () => {
    const elsewhere = Object.assign(new URL(database.url), { pathname: '/nowhere' }).href;
    await expect(waitForDatabase(elsewhere, { seconds: 60 })).rejects.toThrow('There is no database nowhere on that server');
    const stranger = Object.assign(new URL(database.url), { password: 'guess' }).href;
    await expect(waitForDatabase(stranger, { seconds: 60 })).rejects.toThrow('refuses the user or the password');
  });

  it('sees a pooler that hands one server process to two connections', async () => {
    const connection = (pid: number) => ({ query: async () => ({ rows: [{ pid }] }) }) as unknown as pg.Client;
    await expect(refuseTransactionPooler(connection(1), connection(1))).rejects.toThrow('pooler in transaction mode');
    await refuseTransactionPooler(connection(1), connection(2));
  });

  it('detects a pooler that gives a connection another server process for each statement', async () => {
    const changing = (...pids: number[]) =>
      ({ query: async (sql: string) => ({ rows: sql.startsWith('select') ? [{ pid: pids.shift() }] : [] }) }) as unknown as pg.Client;
    await expect(refuseTransactionPooler(changing(1, 2), changing(2, 1))).rejects.toThrow('pooler in transaction mode');
    await expect(refuseTransactionPooler(changing(1, 1, 2), changing(3, 3, 3))).rejects.toThrow('pooler in transaction mode');
    await refuseTransactionPooler(changing(1, 1, 1), changing(2, 2, 2));
  });

  it('refuses a database in another encoding than UTF-8, and says how to create one', async () => {
    const inEncoding = (encoding: string) => ({ query: async () => ({ rows: [{ encoding }] }) }) as unknown as pg.Client;
    await expect(refuseOtherEncodings(inEncoding('LATIN1'))).rejects.toThrow(
      `The database is in LATIN1 and Daymark needs UTF8: create one with "encoding 'UTF8'"`,
    );
    await refuseOtherEncodings(inEncoding('UTF8'));
  });

  it('refuses a server that is too old, and says which version it needs', async () => {
    const ofVersion = (version: string) => ({ query: async () => ({ rows: [{ version }] }) }) as unknown as pg.Client;
    await expect(refuseOldServer(ofVersion('140012'))).rejects.toThrow('The database is PostgreSQL 14 and Daymark needs 15 or newer: upgrade it');
    await refuseOldServer(ofVersion('150000'));
    await refuseOldServer(ofVersion('180004'));
  });
});
