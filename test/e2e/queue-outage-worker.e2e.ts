import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import type { Readiness } from '../../src/platform/health/health.js';
import { freshDatabase, testConfig } from '../support/daymark.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { Learner, Someone } from '../support/people.js';
import { SetClock } from '../support/set-clock.js';

/** One process is both API and worker, and reaches its queues through a TCP proxy. */
describe('while the queues are unreachable', () => {
  const redisUrl = process.env.TEST_REDIS_URL;
  const clock = new SetClock();
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let proxy: TcpProxy;
  let app: NestFastifyApplication;
  let url = '';

  const start = async () => {
    const queueStore = redisUrl ? { redisUrl: proxy.through(redisUrl) } : { databaseUrl: proxy.through(database.url) };
    app = await createApp({ config: testConfig({ DAYMARK_ROLES: 'all' }), databaseUrl: database.url, queueStore, clock });
    await app.get(CurriculumService).importShipped();
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  };
  async function asks(path: string): Promise<{ status: number; state: Readiness }> {
    // Daymark compares its clock with the database's, which no test sets.
    const [row] = await app.get(DataSource).query<{ now: Date }[]>('select clock_timestamp() as now');
    clock.setTo(row!.now.toISOString());
    const response = await fetch(`${url}${path}`);
    return { status: response.status, state: (await response.json()) as Readiness };
  }
  /** The test's own time limit ends the waiting. */
  const workerBecomes = async (status: number) => {
    while ((await asks('/health/worker')).status !== status) await pause(50);
  };
  const today = () => clock.now().toString().slice(0, 10);
  const inDays = (days: number) =>
    clock
      .now()
      .add({ hours: 24 * days })
      .toString()
      .slice(0, 10);
  const learns = async () => (await new Learner(url).registers()).enrolls({ examOn: inDays(60) });
  /** Waits until the work that was requested during the outage is done. */
  const isCaughtUp = async (learner: Learner, changedAt: string) => {
    while (((await learner.readiness()).coversUntil ?? '') < changedAt) await pause(50);
  };

  beforeEach(async () => {
    database = await freshDatabase();
    proxy = await TcpProxy.to(redisUrl ?? database.url);
  }, 60_000);
  afterEach(async () => {
    await app.close();
    await proxy.shut();
    await database.drop();
  }, 60_000);

  it('requests are served, the worker is reported as not ready, and the work is done when they are back', async () => {
    await start();
    await workerBecomes(200);
    const learner = await learns();
    await proxy.shut();
    await workerBecomes(503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await asks('/health/ready')).toMatchObject({ status: 200, state: { ready: true, apiReady: true, workerReady: false } });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^daymark_worker_ready 0$/m);
    const { changedAt } = await learner.logs({ date: today(), minutes: 30 });
    expect((await learner.plan()).items.length).toBeGreaterThan(0);
    await new Someone(url).signsIn(learner.email);
    await proxy.open();
    await workerBecomes(200);
    await isCaughtUp(learner, changedAt);
  }, 120_000);

  if (redisUrl)
    it('a process starts and serves requests, and works once they are reachable', async () => {
      await proxy.shut();
      await start();
      const { state } = await asks('/health/ready');
      expect(state).toMatchObject({ ready: true, apiReady: true, workerReady: false });
      expect((await asks('/health/worker')).status).toBe(503);
      const learner = await learns();
      const { changedAt } = await learner.logs({ date: today(), minutes: 30 });
      await proxy.open();
      await workerBecomes(200);
      await isCaughtUp(learner, changedAt);
    }, 120_000);
});
