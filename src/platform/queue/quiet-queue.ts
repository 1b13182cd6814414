import { Queue } from 'bullmq';

/** BullMQ prints each connection error of a queue that has no listener, with its stack. The gate and the heartbeat log an outage once instead. */
export class QuietQueue extends Queue {
  constructor(...given: ConstructorParameters<typeof Queue>) {
    super(...given);
    this.on('error', () => undefined);
  }
}
