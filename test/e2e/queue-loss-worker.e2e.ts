import { setTimeout as pause } from 'node:timers/promises';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { migrateQueueStore } from '../../src/platform/queue/backend.js';
import { QUEUES } from '../../src/platform/queue/queues.js';
import { SCHEDULE } from '../../src/schedule.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { loseJobs, loseQueues } from '../support/queue-loss.js';
import { queueStoreFor } from '../support/settings.js';

/** The same moments in every run: a linear congruential generator (Numerical Recipes), from a fixed seed. */
function moments(seed: number, count: number, most: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % most) + 1);
}

const LOSSES = 10;
const MOST_LOGS_BETWEEN = 8;

describe('a queue that loses everything', () => {
  const daymark = startDaymark({ worker: true });
  const queueOf = (name: string) => daymark.app.get<Queue>(getQueueToken(name), { strict: false });
  const learners: Learner[] = [];
  const allAreBack = async () => {
    const back = (await Promise.all(QUEUES.map((name) => queueOf(name).getJobSchedulers()))).flat().map(({ key }) => key);
    return SCHEDULE.every(({ name }) => back.includes(name));
  };
  const waiting = () => daymark.database.query<unknown[]>('select kind, subject_id from work where claimable_at <= $1', [daymark.clock.now().toString()]);
  /** The test's own time limit ends the waiting. */
  const until = async (isTrue: () => Promise<boolean>) => {
    while (!(await isTrue())) await pause(20);
  };

  beforeAll(async () => {
    for (let n = 0; n < 4; n++) learners.push(await daymark.learner({ name: `Learner ${n}` }));
  }, 60_000);

  it('loses nothing to a process that starts later, when workers have used it', async () => {
    const { changedAt } = await learners[2]!.logs({ date: '2026-03-02', minutes: 7 });
    await until(async () => ((await learners[2]!.readiness()).coversUntil ?? '') >= changedAt);
    expect(await migrateQueueStore(queueStoreFor(daymark.databaseUrl))).toEqual({ recreated: false });
  }, 60_000);

  it('at ten moments under load loses nothing that is due', async () => {
    const last = new Map<Learner, string>();
    let logs = 0;
    const log = async () => {
      const learner = learners[logs % learners.length]!;
      const entry = await learner.logs({ date: '2026-03-02', minutes: 1 + (logs++ % 5) });
      last.set(learner, entry.changedAt);
    };
    for (const logsBefore of moments(20_261_130, LOSSES, MOST_LOGS_BETWEEN)) {
      for (let n = 0; n < logsBefore; n++) await log();
      // While two more are on their way.
      await Promise.all([log(), loseQueues(daymark.database), log()]);
    }
    for (const learner of learners) await until(async () => ((await learner.readiness()).coversUntil ?? '') >= last.get(learner)!);
    await until(async () => (await waiting()).length === 0);
    await until(allAreBack);
  }, 120_000);

  it('has its ticks back by itself, and work whose trigger was lost is done', async () => {
    await daymark.database.query('delete from work');
    daymark.triggers.fire = () => undefined;
    await loseQueues(daymark.database);
    const { changedAt } = await learners[0]!.logs({ date: '2026-03-02', minutes: 7 });
    await until(async () => ((await learners[0]!.readiness()).coversUntil ?? '') >= changedAt);
    await until(allAreBack);
  }, 60_000);

  it('has its ticks back where only the jobs are gone, and the schedulers still stand', async () => {
    const next = () => queueOf('plans').getJobScheduler('plans tick');
    await until(async () => (await next()) !== undefined);
    const { next: at } = (await next())!;
    await loseJobs(daymark.database, 'plans');
    await until(async () => ((await next())?.next ?? 0) > at!);
  }, 60_000);

  if (!process.env.TEST_REDIS_URL) {
    it('is made again where somebody dropped its tables', async () => {
      const renewed = daymark.signal('queue-renewed', 'readiness');
      await dropQueueTables(daymark.database);
      await renewed;
      const { changedAt } = await learners[1]!.logs({ date: '2026-03-02', minutes: 7 });
      await until(async () => ((await learners[1]!.readiness()).coversUntil ?? '') >= changedAt);
      await until(allAreBack);
    }, 60_000);
  }
});

/** The workers hold locks on these tables in an order of their own, so PostgreSQL may call it a deadlock and ask to try again. */
async function dropQueueTables(database: DataSource): Promise<void> {
  try {
    await database.query('drop schema bullmq cascade');
  } catch (error) {
    if (!/deadlock/.test(String(error))) throw error;
    await dropQueueTables(database);
  }
}
