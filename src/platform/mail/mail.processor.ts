import { Processor, WorkerHost } from '@nestjs/bullmq';
import { WORKER } from '../queue/queues.js';
import { Tick } from '../queue/tick.js';
import { Worklist } from '../worklist/worklist.js';
import { DeliveryService } from './delivery.service.js';

/** Longer than an attempt can take: a claim that runs out while its attempt runs would look like a process that died in it. */
const CLAIM_SECONDS = 120;

/** A job only says 'look now'; which messages wait stands in the worklist. */
@Processor('mail', WORKER)
export class MailProcessor extends WorkerHost {
  constructor(
    private readonly worklist: Worklist,
    private readonly deliveries: DeliveryService,
    private readonly tick: Tick,
  ) {
    super();
  }

  async process(): Promise<void> {
    this.tick.heard();
    await this.worklist.drain('mail', { batch: 1, seconds: CLAIM_SECONDS }, async ([messageId]) => {
      if (messageId) await this.deliveries.deliver(messageId);
    });
  }
}
