import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Statements, type Statement } from '../database/statements.js';
import { Clock } from '../time/clock.js';
import { tooMany } from './too-many.js';

/** How many tries are free, and the wait after them. The wait doubles with each try, up to the longest. */
export interface Patience {
  /** Tries without a wait. */
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** The count is deleted this long after the last try. */
  readonly forgetSeconds: number;
}

const tries = 'case when known.forget_at <= $2::timestamptz then 1 else known.attempts + 1 end';
/** Null where there is no wait: processes do not agree to the millisecond what time it is. */
const nextAt = (count: string) =>
  `case when ${count} >= $3::int then $2::timestamptz + make_interval(secs => least($5::int, $4::int * power(2, least(20, ${count} - $3::int)))) end`;

/** Each try also deletes a few expired rows, so no cleanup job is needed. Parameters: key, now, free, first, longest, forget. */
const take: Statement = {
  name: 'attempt-take',
  text: `
    with outdated as materialized (
      select key from attempt_count where forget_at <= $2::timestamptz and key <> $1 order by forget_at limit 5 for update skip locked
    ), deleted as (
      delete from attempt_count using outdated where attempt_count.key = outdated.key
    )
    insert into attempt_count as known (key, attempts, next_at, forget_at)
    values ($1, 1, ${nextAt('1')}, $2::timestamptz + make_interval(secs => $6::int))
    on conflict (key) do update set attempts = ${tries}, next_at = ${nextAt(`(${tries})`)}, forget_at = excluded.forget_at
    where known.next_at is null or known.next_at <= $2::timestamptz or known.forget_at <= $2::timestamptz
    returning attempts`,
};

const waitOf: Statement = {
  name: 'attempt-wait',
  text: `select ceil(extract(epoch from next_at - $2::timestamptz))::int as seconds from attempt_count where key = $1`,
};

const forget: Statement = { name: 'attempt-forget', text: 'delete from attempt_count where key = $1' };

/** Counts tries on one account in the database: over all processes and addresses, and also while a cache is down. */
@Injectable()
export class Attempts {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counts one more try before it is made, so that parallel requests cannot bypass the limit. Refuses a try that comes too early; a refused
   * try does not count.
   * @param what one sentence for the person who has to wait
   */
  async take(subject: string, patience: Patience, what: string): Promise<void> {
    const [key, now] = [this.keyOf(subject), this.clock.now().toString()];
    const { free, firstWaitSeconds, longestWaitSeconds, forgetSeconds } = patience;
    const taken = await this.statements.run(take, [key, now, free, firstWaitSeconds, longestWaitSeconds, forgetSeconds]);
    if (taken.length > 0) return;
    const [known] = await this.statements.run<{ seconds: number }>(waitOf, [key, now]);
    throw tooMany(what, Math.max(1, known?.seconds ?? 1));
  }

  /** Resets the count after a success. */
  async forget(subject: string): Promise<void> {
    await this.statements.run(forget, [this.keyOf(subject)]);
  }

  private keyOf(subject: string): string {
    return createHmac('sha256', this.config.DAYMARK_TOKEN_SECRET).update(`attempt ${subject}`).digest('base64url');
  }
}
