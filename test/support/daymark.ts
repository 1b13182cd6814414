import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { Signals } from '../../src/platform/queue/signals.js';
import { Triggers } from '../../src/platform/queue/triggers.js';
import { Worklist } from '../../src/platform/worklist/worklist.js';
import { Caller } from './caller.js';
import { databaseUrl, TEMPLATE } from './cluster.js';
import { Learner, Someone } from './people.js';
import { recordActs } from './records.js';
import { SetClock } from './set-clock.js';
import { queueStoreFor, testConfig } from './settings.js';

export { testConfig } from './settings.js';

export interface Wanted {
  /** Whether work is done here; without it the API only notes it. */
  worker?: boolean;
  /** Settings that differ from those of tests. */
  settings?: Record<string, string>;
  clock?: SetClock;
}

/** A database of its own, copied from the migrated template. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL ?? fail('There is no PostgreSQL for the tests: run them with npm test');
  const name = `daymark_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} template ${TEMPLATE}`);
  return { url: databaseUrl(server, name), drop: () => run(`drop database ${name} with (force)`) };
}

/** Starts one process' worth of Daymark on a port of its own. */
export async function startApp(database: string, { worker = false, settings = {}, clock = new SetClock() }: Wanted = {}): Promise<NestFastifyApplication> {
  const config = testConfig({ DAYMARK_ROLES: worker ? 'all' : 'api', ...settings });
  const app = await createApp({ config, databaseUrl: database, queueStore: queueStoreFor(database), clock });
  await app.get(CurriculumService).importShipped();
  await app.listen(0, '127.0.0.1');
  return app;
}

/** A whole Daymark for one test file, with the shipped curriculum and nobody in it. */
export function startDaymark(wanted: Wanted = {}) {
  const clock = wanted.clock ?? new SetClock();
  const folder = mkdtempSync(join(tmpdir(), 'daymark-data-'));
  let app: NestFastifyApplication | undefined;
  let database: Awaited<ReturnType<typeof freshDatabase>> | undefined;
  let url = '';
  const running = () => app ?? fail('Daymark did not start');
  const setConfirmed = async (person: { id: string }, isConfirmed = true): Promise<void> => {
    await running().get(DataSource).query('update account set email_confirmed_at = case when $2 then created_at end where id = $1', [person.id, isConfirmed]);
  };

  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp(database.url, { ...wanted, clock, settings: { DAYMARK_DATA_DIR: folder, ...wanted.settings } });
    url = (await app.getUrl()).replace('[::1]', 'localhost');
  }, 180_000);

  afterAll(async () => {
    if (app) await recordActsIn(app.get(DataSource));
    await app?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);

  return {
    clock,
    folder,
    get url(): string {
      return url;
    },
    get app(): NestFastifyApplication {
      return running();
    },
    get databaseUrl(): string {
      return database?.url ?? fail('There is no database yet');
    },
    get database(): DataSource {
      return running().get(DataSource);
    },
    get worklist(): Worklist {
      return running().get(Worklist);
    },
    get triggers(): Triggers {
      return running().get(Triggers);
    },
    /** Resolves when it is said after now: take the promise before the cause. */
    signal: (name: string, subject: string) => running().get(Signals).heard(name, subject),
    /** Someone who is not signed in. */
    visitor: () => new Caller(url),
    someone: (who: Parameters<Someone['registers']>[0] = {}) => new Someone(url).registers(who),
    /** A learner, enrolled in Foundation unless said. */
    async learner({
      enrolled = true,
      ...who
    }: Parameters<Someone['registers']>[0] & Parameters<Learner['enrolls']>[0] & { enrolled?: boolean } = {}): Promise<Learner> {
      const learner = await new Learner(url).registers(who);
      return enrolled ? learner.enrolls(who) : learner;
    },
    /** Sets the email address of an account as confirmed or not. */
    setConfirmed,
    /** Someone with an account that the operator made: its email address counts as confirmed. */
    async withRoles(...roles: ('learner' | 'mentor' | 'admin')[]): Promise<Someone> {
      const person = await new Someone(url).registers({ name: `A ${roles.join(' and ')}` });
      await setConfirmed(person);
      const database = running().get(DataSource);
      await database.query('delete from account_role where account_id = $1', [person.id]);
      for (const role of roles)
        await database.query('insert into account_role (account_id, role, granted_at) values ($1, $2, $3)', [person.id, role, clock.now().toString()]);
      return person.signsIn(person.email);
    },
  };
}

/** What a test did to the audit trail, for the tests that run last. Some test files take their database away themselves. */
async function recordActsIn(database: DataSource): Promise<void> {
  const rows = await database.query<{ act: string }[]>('select distinct act from audit_entry').catch(() => []);
  recordActs(rows.map(({ act }) => act));
}

function fail(why: string): never {
  throw new Error(why);
}
