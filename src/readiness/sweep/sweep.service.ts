import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Signals } from '../../platform/queue/signals.js';
import { Clock } from '../../platform/time/clock.js';
import { Shards, type ShardClaim } from './shards.service.js';
import { SweepGrounds, type SweepGround } from './sweep-ground.js';
import { BEFORE_ALL, type DueRow } from './sweep-rows.js';
import { SweepStore } from './sweep-store.service.js';
import type { Swept } from './swept.js';

/** Each is two messages, and two processes that wake: so many that this hardly counts, and few enough to be worked out in milliseconds. */
const BATCH = 400;

/**
 * Works readiness out anew for everyone whose day has ended, since memory fades: from what is stored with it, in shares that workers take
 * in turn. Stopped at any point, killed even, it goes on where it was: what is done is not due any more.
 */
@Injectable()
export class Sweep implements OnModuleDestroy {
  private readonly logger = new Logger(Sweep.name);
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly shards: Shards,
    private readonly store: SweepStore,
    private readonly grounds: SweepGrounds,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** One at a time is as fast as a process can be. */
  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Until nothing is due that others do not have. */
  run(): Promise<void> {
    return (this.running ??= this.throughAll().finally(() => (this.running = undefined)));
  }

  /** A sweep may take longer than a stop may: it ends with its batch, and leaves the rest. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.running?.catch(() => undefined);
  }

  /** Each share once: what stays due in it waits for the next time. */
  private async throughAll(): Promise<void> {
    const [ground, done] = [this.grounds.anew(), [] as number[]];
    while (!this.isStopping) {
      const claim = await this.shards.claim(done);
      if (!claim) return;
      done.push(claim.shard);
      try {
        await this.through(claim, ground);
      } finally {
        await this.shards.letGo(claim);
      }
    }
  }

  /** In batches: the next is read while this one is worked out and the last one is written. */
  private async through(claim: ShardClaim, ground: SweepGround): Promise<void> {
    let reading = awaited(this.store.dueAfter(BEFORE_ALL, claim.shard, BATCH));
    let writing = awaited(Promise.resolve(true));
    for (let isLast = false; !isLast;) {
      const rows = await reading;
      const end = rows.at(-1);
      isLast = this.isStopping || !end || rows.length < BATCH;
      if (end && !isLast) reading = awaited(this.store.dueAfter(end, claim.shard, BATCH));
      const swept = await this.workedOut(rows, ground);
      if (!(await writing)) return;
      writing = awaited(this.write(claim, swept));
    }
    await writing;
  }

  /** What cannot be worked out from its basis is worked out from all, by its mark. */
  private async workedOut(rows: readonly DueRow[], ground: SweepGround): Promise<Swept[]> {
    await ground.prepare(rows);
    const [now, swept, broken] = [this.clock.now(), [] as Swept[], [] as string[]];
    for (const row of rows) {
      try {
        swept.push(ground.sweptOf(row, now));
      } catch (error) {
        this.logger.warn({ err: error, enrollment: row.enrollmentId }, 'a day could not be worked out from what is stored; it is worked out from all');
        broken.push(row.enrollmentId);
      }
    }
    await this.store.markAll(broken);
    return swept;
  }

  /** Answers whether the share is still ours. */
  private async write(claim: ShardClaim, swept: readonly Swept[]): Promise<boolean> {
    const saved = await this.store.save(swept);
    for (const enrollmentId of saved) this.signals.say('readiness-computed', enrollmentId);
    return this.shards.did(claim, saved.length);
  }
}

/** A promise that is awaited later, perhaps after another one has failed: its own failure must not end the process. */
function awaited<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
