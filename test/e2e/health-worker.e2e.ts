import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '../../src/platform/health/health.js';
import { startDaymark } from '../support/daymark.js';
import { processorOf } from '../support/jobs/processors.js';

describe('the health of a process', () => {
  const daymark = startDaymark({ worker: true });

  async function asks(path: string): Promise<{ status: number; state: Readiness }> {
    // Daymark compares its clock with the database's, which no test sets.
    const [row] = await daymark.database.query<{ now: Date }[]>('select clock_timestamp() as now');
    daymark.clock.setTo(row!.now.toISOString());
    const response = await fetch(`${daymark.url}${path}`);
    return { status: response.status, state: (await response.json()) as Readiness };
  }
  /** The test's own time limit ends the waiting. */
  async function becomes(status: number): Promise<Readiness> {
    for (;;) {
      const answer = await asks('/health/worker');
      if (answer.status === status) return answer.state;
      await pause(50);
    }
  }

  it('is two answers: a sick worker is told to who watches it, and people are still served', async () => {
    expect(await becomes(200)).toMatchObject({ ready: true, apiReady: true, workerReady: true, queueSilentSeconds: expect.any(Number) });
    const { worker } = processorOf(daymark.app, 'plans');
    await worker.pause();
    const sick = await becomes(503);
    expect(sick).toMatchObject({ ready: false, apiReady: true, workerReady: false });
    expect(sick.queueSilentSeconds).toBeGreaterThanOrEqual(3);
    expect(await asks('/health/ready')).toMatchObject({ status: 200, state: { ready: true, workerReady: false } });
    expect(await (await fetch(`${daymark.url}/metrics`)).text()).toMatch(/^daymark_worker_ready 0$/m);
    worker.resume();
    await becomes(200);
    expect(await (await fetch(`${daymark.url}/metrics`)).text()).toMatch(/^daymark_worker_ready 1$/m);
  }, 60_000);

  it('says that a worker whose ticks never came is sick', async () => {
    const queue = daymark.app.get<Queue>(getQueueToken('reminders'), { strict: false });
    await queue.pause();
    expect(await becomes(503)).toMatchObject({ workerReady: false });
    await queue.resume();
    await becomes(200);
  }, 60_000);
});
