import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../../platform/queue/queues.js';
import { Signals } from '../../platform/queue/signals.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { EvidenceSweep } from './evidence-sweep.service.js';

const BATCH = 20;

/** A job only says 'look now': what is due stands in the tables of evidence, bytes to be deleted in the worklist. */
@Processor('evidence', WORKER)
export class EvidenceProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly sweep: EvidenceSweep,
    private readonly signals: Signals,
  ) {
    super();
  }

  async process(): Promise<void> {
    while (await this.sweep.forgetDue());
    await this.worklist.drain('file-deletion', BATCH, async (storedAs) => {
      await this.sweep.deleteBytes(storedAs);
      for (const each of storedAs) this.signals.say('file-deleted', each);
    });
  }
}
