import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../platform/queue/queues.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { PlanMaker } from './plan-maker.service.js';
import { PlanSweep } from './plan-sweep.service.js';

const BATCH = 20;

/** A job only says 'look now': what must be planned stands in the worklist, and plans whose day has ended in their own table. */
@Processor('plans', WORKER)
export class PlansProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly maker: PlanMaker,
    private readonly sweep: PlanSweep,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.worklist.drain('plan', BATCH, (ids) => this.lookAtEach(ids));
    await this.sweep.lookAtDue();
  }

  private async lookAtEach(enrollmentIds: readonly string[]): Promise<void> {
    for (const id of enrollmentIds) await this.maker.look(id);
  }
}
