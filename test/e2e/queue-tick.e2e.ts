import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { LOOK_NOW } from '../../src/platform/queue/queues.js';
import { Tick } from '../../src/platform/queue/tick.js';
import { startDaymark } from '../support/daymark.js';

describe('the recurring jobs', () => {
  const daymark = startDaymark();

  it('are put into their queues even while the next of them is taken already, as a killed worker leaves it', async () => {
    const queue = daymark.app.get<Queue>(getQueueToken('plans'), { strict: false });
    // The worker's next turn, out of its list of what waits for a time: two seconds' worth, for one may pass meanwhile.
    // BullMQ reads the clock of the machine, whatever the application is told; only the second matters here.
    const next = Math.ceil((performance.timeOrigin + performance.now()) / 1_000) * 1_000;
    for (const at of [next, next + 1_000]) await queue.add(LOOK_NOW, {}, { jobId: `repeat:plans tick:${at}` });
    await daymark.app.get(Tick).schedule();
    expect((await queue.getJobSchedulers()).map(({ key }) => key)).toContain('plans tick');
  });
});
