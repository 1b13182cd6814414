import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Clock } from '../time/clock.js';
import { LOOK_NOW } from './queues.js';
import { SCHEDULE } from '../../schedule.js';

/** Together well above a second, the shortest tick there is. */
const [ATTEMPTS, PAUSE_MS] = [20, 250];
/** Any number; the same in every process. */
const LOCK = 7_264_001;

/** Puts the recurring jobs of schedule.ts into their queues, and knows when one was last heard. */
@Injectable()
export class Tick {
  private heardAt: number | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly database: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One process at a time: two that upsert a scheduler at once leave duplicate jobs. */
  async schedule(): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [LOCK]);
      for (const { queue, every, name } of SCHEDULE) {
        const cron = every === 'tick' ? tickPattern(this.config.DAYMARK_TICK_SECONDS) : every;
        await this.upsert(queue, name, cron);
      }
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      await runner.release();
    }
  }

  /** A job that came through: the only sign of life of a queue that can be believed. */
  heard(): void {
    this.heardAt = this.clock.now().epochMilliseconds;
  }

  /** Seconds since a job last came through this process's workers; null before the first. */
  secondsSinceHeard(): number | null {
    return this.heardAt === undefined ? null : (this.clock.now().epochMilliseconds - this.heardAt) / 1_000;
  }

  /** Whose next job is just being run (its worker was killed, or is another process) cannot be put anew; that is over with the next tick of the clock. */
  private async upsert(queue: string, name: string, pattern: string): Promise<void> {
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

  private queue(name: string): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }
}

/** A cron pattern with seconds; a tick of a minute or more runs on whole minutes. */
function tickPattern(seconds: number): string {
  return seconds < 60 ? `*/${seconds} * * * * *` : `0 */${Math.min(59, Math.floor(seconds / 60))} * * * *`;
}
