import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../../platform/queue/queues.js';
import { Tick } from '../../platform/queue/tick.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { Mover } from './mover.service.js';

/** A job only says 'look now': the moves that were asked for stand in the worklist. */
@Processor('enrollments', WORKER)
export class EnrollmentsProcessor extends WorkerHost {
  constructor(
    private readonly tick: Tick,
    private readonly worklist: Worklist,
    private readonly mover: Mover,
  ) {
    super();
  }

  async process(): Promise<void> {
    this.tick.heard();
    await this.worklist.drain('release-move', 1, async ([moveId = '']) => this.mover.run(moveId));
  }
}
