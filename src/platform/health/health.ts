import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Heartbeat } from '../queue/heartbeat.js';
import { QUEUES } from '../queue/queues.js';
import { Clock } from '../time/clock.js';

/** Above this many seconds between Clock and the database's time, dates could come out wrong. */
const SKEW_SECONDS = 5;
const PATIENCE_MS = 2_000;
/** Whether people are answered does not depend on the queues: a probe of that side waits for them no longer than this. */
const QUEUE_PATIENCE_MS = 300;

export type Side = 'api' | 'worker';

export interface Readiness {
  /** The side that was asked about. */
  ready: boolean;
  /** Whether people are answered here; null in a process that is a worker only. */
  apiReady: boolean | null;
  /** Whether background work is done: here, or by another process where this one is the API only. */
  workerReady: boolean;
  roles: string;
  database: 'up' | 'down';
  clockSkewSeconds: number | null;
  /** Seconds since the queue that is furthest behind had its tick; null when that cannot be said, or nothing is scheduled. */
  queueSilentSeconds: number | null;
}

/** Whether this process can do its work right now: asks, and believes no flag. */
@Injectable()
export class Health {
  private asking: Promise<number | null> | undefined;
  private counting: Promise<Record<string, number>> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly heartbeat: Heartbeat,
    private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Two answers: people are served well by a process whose worker is sick. Unless said, the side that the process is there for. */
  async readiness(side: Side = this.config.DAYMARK_ROLES === 'worker' ? 'worker' : 'api'): Promise<Readiness> {
    const now = await inTime(this.databaseNow());
    const silent = now === null ? null : await inTime(this.silentSeconds(now), side === 'api' ? QUEUE_PATIENCE_MS : PATIENCE_MS);
    const skew = now === null ? null : Math.round((this.clock.now().epochMilliseconds - now) / 1_000);
    const isGrounded = skew !== null && Math.abs(skew) <= SKEW_SECONDS;
    const workerReady = isGrounded && this.heartbeat.isWell(silent);
    return {
      ready: side === 'worker' ? workerReady : isGrounded,
      apiReady: this.config.DAYMARK_ROLES === 'worker' ? null : isGrounded,
      workerReady,
      roles: this.config.DAYMARK_ROLES,
      database: now === null ? 'down' : 'up',
      clockSkewSeconds: skew,
      queueSilentSeconds: silent,
    };
  }

  /** How many jobs wait in each queue, for /metrics; null while the queues do not answer. */
  waiting(): Promise<Record<string, number> | null> {
    return inTime((this.counting ??= this.countWaiting().finally(() => (this.counting = undefined))));
  }

  private async countWaiting(): Promise<Record<string, number>> {
    const counts = await Promise.all(
      QUEUES.map(async (name) => [name, await this.modules.get<Queue>(getQueueToken(name), { strict: false }).getWaitingCount()] as const),
    );
    return Object.fromEntries(counts);
  }

  /** Asks the queues once at a time: while they are away, questions would pile up in their clients. */
  private silentSeconds(now: number): Promise<number | null> {
    return (this.asking ??= this.heartbeat.silentSeconds(now).finally(() => (this.asking = undefined)));
  }

  private async databaseNow(): Promise<number | null> {
    const [row] = await this.database.query<{ now: number }[]>('select (extract(epoch from clock_timestamp()) * 1000)::bigint as now');
    return row?.now ?? null;
  }
}

/** Null for what fails, or takes longer than whoever asks can wait. */
async function inTime<Answer>(answer: Promise<Answer | null>, milliseconds = PATIENCE_MS): Promise<Answer | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
  return Promise.race([answer.catch(() => null), late]);
}
