import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { QUEUES } from '../queue/queues.js';
import { Tick } from '../queue/tick.js';
import { Clock } from '../time/clock.js';

/** Above this many seconds between Clock and the database's time, dates could come out wrong. */
const SKEW_SECONDS = 5;
/** Three ticks missed: the workers do not get jobs. */
const SILENT_SECONDS = 200;
const PATIENCE_MS = 2_000;

export interface Readiness {
  ready: boolean;
  roles: string;
  database: 'up' | 'down';
  clockSkewSeconds: number | null;
  /** Seconds since a job last came through this process's workers; null where it has none, or before the first tick. */
  queueSilentSeconds: number | null;
}

/** Whether this process can do its work right now: asks, and believes no flag. */
@Injectable()
export class Health {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly tick: Tick,
    private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async readiness(): Promise<Readiness> {
    const skew = await this.skewSeconds();
    const silent = this.tick.secondsSinceHeard();
    const ready = skew !== null && Math.abs(skew) <= SKEW_SECONDS && (silent === null || silent <= SILENT_SECONDS);
    return {
      ready,
      roles: this.config.DAYMARK_ROLES,
      database: skew === null ? 'down' : 'up',
      clockSkewSeconds: skew,
      queueSilentSeconds: silent,
    };
  }

  /** How many jobs wait in each queue, for /metrics. */
  async waiting(): Promise<Record<string, number>> {
    const counts = await Promise.all(
      QUEUES.map(async (name) => [name, await this.modules.get<Queue>(getQueueToken(name), { strict: false }).getWaitingCount()] as const),
    );
    return Object.fromEntries(counts);
  }

  private async skewSeconds(): Promise<number | null> {
    try {
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS).unref());
      const [row] = await Promise.race([this.database.query<{ now: string }[]>('select clock_timestamp()::text as now'), late]);
      if (!row) return null;
      const theirs = Temporal.Instant.from(row.now.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
      return Math.round((this.clock.now().epochMilliseconds - theirs.epochMilliseconds) / 1_000);
    } catch {
      return null;
    }
  }
}
