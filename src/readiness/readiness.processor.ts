import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../platform/queue/queues.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { DailyRuns } from './daily-runs.service.js';
import { Recompute } from './recompute.service.js';
import { Sweep } from './sweep/sweep.service.js';

const BATCH = 200;

/** A job only says 'look now': what changed stands in the worklist, and what faded overnight in readiness' own table. */
@Processor('readiness', WORKER)
export class ReadinessProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly recompute: Recompute,
    private readonly sweep: Sweep,
    private readonly daily: DailyRuns,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.worklist.drain('readiness', BATCH, (enrollmentIds) => this.recompute.of(enrollmentIds));
    // While one goes through what faded, the others stay free for what is logged.
    if (this.sweep.isRunning) return;
    await this.sweep.run();
    await this.daily.due();
  }
}
