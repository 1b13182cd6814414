import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { codeOf } from '../boot/start-fault.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { migrateQueueStore, QUEUE_STORE, type QueueStore } from './backend.js';
import { RECREATED } from './queue-schema.js';
import type { QueueName } from './queues.js';
import { Signals } from './signals.js';
import { Tick } from './tick.js';
import { Triggers } from './triggers.js';

/** A worker that misses this many ticks is unhealthy, not just late. */
const MAX_MISSED = 3;
/** For this long, a running job excuses a late tick of its queue. A longer job may hang, so its queue counts as unhealthy. */
const MAX_EXCUSE_MS = 15 * 60_000;
/** PostgreSQL's codes for an undefined schema, table, function or type. */
const GONE = ['3F000', '42P01', '42883', '42704'];

/**
 * Keeps the recurring jobs alive from inside the process, because a queue that lost its data cannot restore them. Each tick, it checks that
 * they exist, restores missing ones, and wakes the workers that may have missed something.
 */
@Injectable()
export class Heartbeat {
  private readonly logger = new Logger(Heartbeat.name);
  private readonly running = new Map<string, Set<{ since: number }>>();
  private timer: NodeJS.Timeout | undefined;
  private beat: Promise<void> | undefined;
  /** When the queues last answered, in milliseconds of `performance.now()`. */
  private answeredAt: number | undefined;
  private isTroubled = false;

  constructor(
    private readonly tick: Tick,
    private readonly triggers: Triggers,
    private readonly signals: Signals,
    @Inject(QUEUE_STORE) private readonly store: QueueStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  start(): void {
    this.answeredAt = performance.now();
    // Only one check runs at a time.
    this.timer = setInterval(() => (this.beat ??= this.look().finally(() => (this.beat = undefined))), this.tickMs);
  }

  /** Does not wait for a queue that does not answer. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Counts a worker's running jobs, because a long job delays its queue's tick. Done in the processor: BullMQ emits no event for a job whose row was lost. */
  watch(worker: Worker): void {
    const process = worker['processFn'];
    const running = new Set<{ since: number }>();
    this.running.set(worker.name, running);
    worker['processFn'] = async (...job) => {
      const run = { since: performance.now() };
      running.add(run);
      try {
        return await process(...job);
      } finally {
        running.delete(run);
      }
    };
  }

  /**
   * Seconds since the last tick of the queue that is furthest behind, whichever process handled it. Null if a queue has no next tick.
   * A queue with a running job in this process is not behind. `now` is the system time in milliseconds.
   */
  async silentSeconds(now: number): Promise<number | null> {
    const next = await this.tick.next();
    const waiting = next.filter(({ queue }) => !this.isWorkingOn(queue));
    if (waiting.some(({ at }) => at === null)) return null;
    return Math.max(0, ...waiting.map(({ at }) => Math.round((now - (at ?? now) + this.tickMs) / 1_000)));
  }

  /** Whether the last tick is recent enough and this process, if it runs workers, has reached the queues recently. */
  isWell(silentSeconds: number | null): boolean {
    const patience = MAX_MISSED * this.config.DAYMARK_TICK_SECONDS;
    const answered = this.answeredAt === undefined || (performance.now() - this.answeredAt) / 1_000 <= patience;
    return answered && silentSeconds !== null && silentSeconds <= patience;
  }

  private isWorkingOn(queue: string): boolean {
    return [...(this.running.get(queue) ?? [])].some(({ since }) => performance.now() - since < MAX_EXCUSE_MS);
  }

  private get tickMs(): number {
    return this.config.DAYMARK_TICK_SECONDS * 1_000;
  }

  private async look(): Promise<void> {
    try {
      const lost = await this.renew();
      this.answeredAt = performance.now();
      this.isTroubled = false;
      if (lost.length > 0) this.logger.warn(`recurring jobs were lost and have been restored: ${lost.join(', ')}`);
      for (const queue of lost) {
        this.triggers.fire(queue);
        this.signals.say('queue-renewed', queue);
      }
    } catch (error) {
      // Logged once, not at every tick.
      if (!this.isTroubled && this.timer) this.logger.warn(`the queues cannot be reached: ${String(error)}`);
      this.isTroubled = true;
    }
  }

  /** Recreates tables that were dropped while Daymark runs. Workers use them at their next attempt. */
  private async renew(): Promise<QueueName[]> {
    try {
      return await this.tick.renew();
    } catch (error) {
      if (!GONE.includes(codeOf(error))) throw error;
      const { recreated } = await migrateQueueStore(this.store);
      if (recreated) this.logger.warn(RECREATED);
      return this.tick.renew();
    }
  }
}
