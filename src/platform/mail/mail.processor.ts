import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WORKER } from '../queue/queues.js';
import { Worklist, type Claim } from '../worklist/worklist.js';
import { DeliveryService } from './delivery.service.js';
import { AT_ONCE, ATTEMPT_SECONDS } from './post.js';

/** Longer than an attempt can take: a claim that runs out while its attempt runs would look like a process that died in it. */
const CLAIM_SECONDS = 2 * ATTEMPT_SECONDS;

/** A job only says 'look now'; which messages wait, and until when, stands in the worklist. One job at a time has all connections. */
@Processor('mail', { ...WORKER, concurrency: 1 })
export class MailProcessor extends WorkerHost implements OnModuleDestroy {
  private readonly logger = new Logger(MailProcessor.name);
  private isStopping = false;

  constructor(
    private readonly worklist: Worklist,
    private readonly deliveries: DeliveryService,
  ) {
    super();
  }

  async process(): Promise<void> {
    while (!this.isStopping) {
      const claims = await this.worklist.claim('mail', AT_ONCE, CLAIM_SECONDS);
      if (claims.length === 0) return;
      await Promise.all(claims.map((claim) => this.one(claim)));
    }
  }

  /** What is being sent is ended, the rest is left to who comes next. */
  onModuleDestroy(): void {
    this.isStopping = true;
  }

  private async one(claim: Claim): Promise<void> {
    try {
      const delivered = await this.deliveries.deliver(claim.subjectId);
      if (delivered === 'settled') await this.worklist.settle('mail', [claim]);
      else if (delivered !== 'not ours') await this.worklist.postpone('mail', claim.subjectId, delivered.again);
    } catch (error) {
      this.logger.error({ err: error, message: claim.subjectId }, 'a delivery failed; it is looked at again when its claim runs out');
    }
  }
}
