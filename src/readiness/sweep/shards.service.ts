import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';

/** A share as a worker holds it. */
export interface ShardClaim {
  shard: number;
  turn: number;
  /** When it was claimed or held last, by the process' own watch. */
  heldAtMs: number;
  /** Done since. */
  rows: number;
}

/** Often enough for claims of a few seconds and for who looks on. */
const HOLD_EACH_MS = 500;

/** Parameters: now, until when it is claimed, shares that it must not be. */
const claim: Statement = {
  name: 'readiness-shard-claim',
  text: `
    update readiness_shard set claimable_at = $2::timestamptz, claimed_at = $1::timestamptz, turn = turn + 1
    where shard = (
      select s.shard from readiness_shard s
      where s.claimable_at <= $1::timestamptz and s.shard <> all($3::smallint[])
        and exists (select from readiness r where r.shard = s.shard and r.next_due_at <= $1::timestamptz)
      order by s.claimable_at, s.shard limit 1 for update skip locked
    )
    returning shard, turn`,
};

/** Parameters: shard, turn, until when it is claimed, the UTC date, how many rows were done, in how many seconds. */
const hold: Statement = {
  name: 'readiness-shard-hold',
  text: `
    update readiness_shard set
      claimable_at = $3::timestamptz, swept_on = $4::date,
      swept = case when swept_on = $4::date then swept else 0 end + $5::int,
      swept_seconds = case when swept_on = $4::date then swept_seconds else 0 end + $6::real
    where shard = $1 and turn = $2
    returning shard`,
};

/** Parameters: shard, turn, now. */
const letGo: Statement = {
  name: 'readiness-shard-let-go',
  text: 'update readiness_shard set claimable_at = $3::timestamptz, claimed_at = null where shard = $1 and turn = $2',
};

/** Who goes through which share of readiness. No lock is held meanwhile; a worker that dies leaves a claim that runs out. */
@Injectable()
export class Shards {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A share in which something is due, that nobody has. @param not shares that it must not be */
  async claim(not: readonly number[]): Promise<ShardClaim | undefined> {
    const now = this.clock.now();
    const [claimed] = await this.statements.run<{ shard: number; turn: number }>(claim, [now.toString(), this.until(now), not]);
    return claimed && { ...claimed, heldAtMs: performance.now(), rows: 0 };
  }

  /** Counts rows that were done, and now and then keeps the share for another while; false where somebody else has it by now. */
  async did(claim: ShardClaim, rows: number): Promise<boolean> {
    claim.rows += rows;
    return performance.now() - claim.heldAtMs < HOLD_EACH_MS || this.hold(claim);
  }

  /** With what was done of it since it was held last. */
  async letGo(claim: ShardClaim): Promise<void> {
    if (await this.hold(claim)) await this.statements.run(letGo, [claim.shard, claim.turn, this.clock.now().toString()]);
  }

  private async hold(claim: ShardClaim): Promise<boolean> {
    const [now, { rows }, seconds] = [this.clock.now(), claim, (performance.now() - claim.heldAtMs) / 1_000];
    claim.heldAtMs += seconds * 1_000;
    claim.rows = 0;
    const kept = await this.statements.run(hold, [claim.shard, claim.turn, this.until(now), now.toString().slice(0, 10), rows, seconds]);
    return kept.length === 1;
  }

  private until(now: Temporal.Instant): string {
    return now.add({ seconds: this.config.DAYMARK_CLAIM_SECONDS }).toString();
  }
}
