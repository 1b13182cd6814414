/** Four guarantees of every job, on both engines: running it twice changes nothing, a lost trigger is found, a deleted subject is a no-op, a shutdown loses nothing. */
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { QUEUES } from '../../src/platform/queue/queues.js';
import { Tick } from '../../src/platform/queue/tick.js';
import { Triggers } from '../../src/platform/queue/triggers.js';
import { SCHEDULE } from '../../src/schedule.js';
import { startApp, startDaymark } from '../support/daymark.js';
import { EVERY_JOB } from '../support/jobs/every-job.js';
import type { Ground, Job, Todo } from '../support/jobs/job.js';
import { asleepAtFirst, hold, processorOf, processorsOf, whatWorkersDo, type Sleep } from '../support/jobs/processors.js';
import { postOffice } from '../support/post-office.js';

const office = postOffice();
const SMTP_URL = await office.listen();
afterAll(() => office.close());

const daymark = startDaymark({ settings: { SMTP_URL } });
/** Two workers that get no jobs from queues. They process only what a test starts. */
let [one, other]: NestFastifyApplication[] = [];
/** Controls all other workers, which ignore their queues until a test wakes them. */
let sleep: Sleep;
const ground: Ground = { daymark, office, worker: () => one! };

const startWorker = () => startApp(daymark.databaseUrl, { worker: true, clock: daymark.clock, settings: { SMTP_URL, DAYMARK_DATA_DIR: daymark.folder } });
const startIdleWorker = async () => {
  const app = await startWorker();
  await Promise.all(processorsOf(app).map(({ worker }) => worker.close()));
  return app;
};
const loseTriggers = (app: NestFastifyApplication) => (app.get(Triggers).fire = () => undefined);
const process = (app: NestFastifyApplication, { queue }: Job) => (processorOf(app, queue) as unknown as { process(): Promise<void> }).process();
const until = async (isTrue: () => Promise<boolean>) => {
  while (!(await isTrue())) await pause(20);
};

/** Test files share a process, so what this one replaces is put back. */
const { schedule } = Tick.prototype;
const { error: logError } = Logger.prototype;

/** Deletes all accounts and all work. */
async function empty(): Promise<void> {
  daymark.clock.setTo('2026-03-02T09:00:00Z');
  const tables = ['account', 'message', 'release_move', 'work', 'readiness_run', 'level_peers', 'pass_model'];
  for (const table of tables) await daymark.database.query(`delete from ${table}`);
  // The clock was set back, so the times in shards may be in the future.
  await daymark.database.query(`update readiness_shard set claimable_at = 'epoch', claimed_at = null, swept_on = null`);
}

/** The number of rows of each table, except tables that only track running work. */
async function counted(): Promise<Record<string, number>> {
  const tables = await daymark.database.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('work', 'readiness_run') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await daymark.database.query<{ count: number }[]>(`select count(*)::int as count from "${name}"`);
    counts[name] = row!.count;
  }
  return counts;
}

beforeAll(async () => {
  [one, other] = await Promise.all([startIdleWorker(), startIdleWorker()]);
  sleep = asleepAtFirst(one);
  for (const app of [daymark.app, one, other]) loseTriggers(app);
  // The recurring jobs are already in their queues. Every further worker would wait for its turn to add them again.
  Tick.prototype.schedule = () => Promise.resolve();
  Logger.prototype.error = (...said: unknown[]) => void faults.push(said);
}, 60_000);
afterAll(() => Promise.all([one?.close(), other?.close()]), 60_000);
afterAll(() => {
  Tick.prototype.schedule = schedule;
  Logger.prototype.error = logError;
  sleep?.restore();
});
beforeEach(empty);

/** Errors that services logged before they continued with the next subject. */
const faults: unknown[][] = [];
beforeEach(() => void faults.splice(0));

describe('the jobs of workers', () => {
  it('are all tested here', async () => {
    expect(await whatWorkersDo(one!)).toEqual(EVERY_JOB.map(({ queue, does }) => `${queue}: ${does}`).sort());
  });

  it('have a worker and a tick each', () => {
    expect(
      processorsOf(one!)
        .map(({ worker }) => worker.name)
        .sort(),
    ).toEqual([...QUEUES].sort());
    expect(
      SCHEDULE.filter(({ every }) => every === 'tick')
        .map(({ queue }) => queue)
        .sort(),
    ).toEqual([...QUEUES].sort());
  });
});

let todo: Todo;
const make = async (job: Job) => {
  todo = await job.make(ground);
  expect(await todo.isDone()).toBe(false);
};
const everyJob = EVERY_JOB.map((job) => [`${job.queue}: ${job.does}`, job] as const);

describe('running it twice in parallel, and then again, changes nothing', () => {
  it.each(everyJob)('%s', async (_, job) => {
    await make(job);
    await Promise.all([process(one!, job), process(other!, job)]);
    expect(await todo.isDone()).toBe(true);
    const done = await todo.seen();
    for (const app of [one!, other!]) await process(app, job);
    expect(await todo.seen()).toEqual(done);
  });
});

describe('the tick finds work whose trigger was lost', () => {
  let ticking: NestFastifyApplication;
  beforeAll(async () => void loseTriggers((ticking = await startWorker())), 60_000);
  afterAll(() => ticking.close(), 60_000);

  it.each(everyJob)('%s', async (_, job) => {
    await make(job);
    const processor = processorOf(ticking, job.queue);
    sleep.wake(processor);
    try {
      await until(todo.isDone);
    } finally {
      await sleep.end(processor);
    }
  });
});

describe('with a deleted subject, it does nothing and leaves no work behind', () => {
  it.each(everyJob)('%s', async (_, job) => {
    await make(job);
    await todo.goes();
    const before = await counted();
    await process(one!, job);
    expect(faults).toEqual([]);
    expect(await counted()).toEqual(before);
    expect(await todo.isDone()).toBe(false);
    const kind = job.does.replace(/^work /, '');
    expect(await daymark.database.query('select subject_id from work where kind = $1', [kind])).toEqual([]);
  });
});

describe('a shutdown in the middle loses no work', () => {
  it.each(everyJob)('%s', async (_, job) => {
    const stopped = await startWorker();
    const [service, method] = job.middle;
    const held = hold(stopped.get<object>(service, { strict: false }), method);
    let closed: Promise<void> | undefined;
    try {
      await make(job);
      const processor = processorOf(stopped, job.queue);
      // Only one job, because a tick in addition to the trigger would finish what the first job holds.
      sleep.wake(processor, 1);
      stopped.get(Triggers).fire(job.queue);
      await held.reached;
      closed = stopped.close();
      if (job.isEndedByWhoBegan) {
        await until(async () => processor.worker.closing !== undefined);
        held.letGo();
        await closed;
        expect(await todo.isDone()).toBe(false);
      }
      // Another worker can claim the work after the claim has expired.
      await until(async () => {
        daymark.clock.pass({ minutes: 2 });
        await process(other!, job);
        return todo.isDone();
      });
      const done = await todo.seen();
      // The stopped worker continues late, and finds the work done.
      held.letGo();
      await closed;
      await process(one!, job);
      expect(await todo.seen()).toEqual(done);
    } finally {
      held.letGo();
      await (closed ?? stopped.close());
    }
  });
});
