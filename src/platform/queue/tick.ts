import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { LOOK_NOW, type QueueName } from './queues.js';
import { SCHEDULE } from '../../schedule.js';

type Recurring = (typeof SCHEDULE)[number];

/** Together well above a second, the shortest tick there is. */
const [ATTEMPTS, PAUSE_MS] = [20, 250];
/** Any number; the same in every process. */
const LOCK = 7_264_001;
/** States of a job that will still run, or runs. */
const TO_COME = ['delayed', 'waiting', 'prioritized', 'active'];

/** Adds the recurring jobs of schedule.ts to their queues and restores lost ones. */
@Injectable()
export class Tick {
  constructor(
    private readonly modules: ModuleRef,
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts all of them in, as this Daymark has them. */
  async schedule(): Promise<void> {
    await this.inTurn(async () => {
      for (const job of SCHEDULE) await this.upsert(job);
    });
  }

  /** Restores lost jobs and returns which queues had lost some. Existing jobs are not touched: adding one again could skip a run that is due. */
  async renew(): Promise<QueueName[]> {
    if ((await this.lost()).length === 0) return [];
    return this.inTurn(async () => {
      // Another process may have done it first.
      const lost = await this.lost();
      for (const job of lost) await this.upsert(job);
      return [...new Set(lost.map(({ queue }) => queue))];
    });
  }

  /** When each queue's next tick is to run, in milliseconds of the system's time; null where there is none. A worker that takes a tick moves it on. */
  async next(): Promise<{ queue: QueueName; at: number | null }[]> {
    const ticks = SCHEDULE.filter(({ every }) => every === 'tick');
    return Promise.all(ticks.map(async ({ queue, name }) => ({ queue, at: await this.nextOf({ queue, name }) })));
  }

  private async lost(): Promise<Recurring[]> {
    const lost = await Promise.all(SCHEDULE.map((job) => this.isLost(job)));
    return SCHEDULE.filter((_, index) => lost[index]);
  }

  /** The scheduler can be gone, or the job that would run next and put the one after it in. */
  private async isLost(job: Recurring): Promise<boolean> {
    const next = await this.nextOf(job);
    if (next === null) return true;
    const state = await this.queue(job.queue).getJobState(`repeat:${job.name}:${next}`);
    // A worker may have taken and finished it meanwhile: then there is another one.
    return !TO_COME.includes(state) && (await this.nextOf(job)) === next;
  }

  private async nextOf({ queue, name }: Pick<Recurring, 'queue' | 'name'>): Promise<number | null> {
    return (await this.queue(queue).getJobScheduler(name))?.next ?? null;
  }

  /** One process at a time: two that upsert a scheduler at once leave duplicate jobs. */
  private async inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [LOCK]);
      try {
        return await work();
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }

  /** Whose next job is just being run (its worker was killed, or is another process) cannot be put in again; that is over with the next tick of the clock. */
  private async upsert({ queue, name, every }: Recurring): Promise<void> {
    const pattern = every === 'tick' ? tickPattern(this.config.DAYMARK_TICK_SECONDS) : every;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.queue(queue).upsertJobScheduler(name, { pattern }, { name: LOOK_NOW, data: {} });
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || !/job ID already exists/.test(String(error))) throw error;
        await pause(PAUSE_MS);
      }
    }
  }

  private queue(name: QueueName): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }
}

/** A cron pattern with seconds; a tick of a minute or more runs on whole minutes. */
function tickPattern(seconds: number): string {
  return seconds < 60 ? `*/${seconds} * * * * *` : `0 */${Math.min(59, Math.floor(seconds / 60))} * * * *`;
}
