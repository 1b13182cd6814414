import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Statements, type Statement } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { PeersService } from './passing/peers.service.js';
import { RefitsService } from './passing/refits.service.js';
import { NightlyCheck } from './sweep/nightly-check.service.js';

/** Parameters: name, until when it is claimed, now, the UTC date. Nothing where it is done for that date, or somebody else is at it. */
const claim: Statement = {
  name: 'readiness-run-claim',
  text: `
    insert into readiness_run as r (name, claimable_at) values ($1, $2::timestamptz)
    on conflict (name) do update set claimable_at = excluded.claimable_at
      where r.claimable_at <= $3::timestamptz and (r.finished_on is null or r.finished_on < $4::date)
    returning name`,
};

/** Whoever comes late does not take back what was found meanwhile. Parameters: name, the UTC date, what was found or null. */
const finish: Statement = {
  name: 'readiness-run-finish',
  text: 'update readiness_run set finished_on = $2::date, found = $3::jsonb where name = $1 and (finished_on is null or finished_on < $2::date)',
};

interface Run {
  name: string;
  /** UTC. */
  fromHour: number;
  /** Answers what it found, where it looks for something; twice it changes nothing. */
  work: () => Promise<object | void>;
}

/** What the worker does once a UTC day for all learners together. Whoever dies in it leaves a claim that runs out, and another does it again. */
@Injectable()
export class DailyRuns {
  private readonly logger = new Logger(DailyRuns.name);
  readonly runs: readonly Run[];

  constructor(
    peers: PeersService,
    refits: RefitsService,
    check: NightlyCheck,
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.runs = [
      { name: 'peers', fromHour: 0, work: () => peers.renew() },
      { name: 'refit', fromHour: 0, work: () => refits.refit() },
      // Most are asleep then, and the sweep of most is through.
      { name: 'check', fromHour: 3, work: () => check.run() },
    ];
  }

  /** One that fails keeps no other back; it is tried again when its claim has run out. */
  async due(): Promise<void> {
    for (const run of this.runs) {
      try {
        await this.onceADay(run);
      } catch (error) {
        this.logger.error({ err: error, run: run.name }, 'what is done once a day failed; it is tried again');
      }
    }
  }

  private async onceADay({ name, fromHour, work }: Run): Promise<void> {
    const now = this.clock.now();
    if (now.toZonedDateTimeISO('UTC').hour < fromHour) return;
    const [today, until] = [now.toString().slice(0, 10), now.add({ seconds: this.config.DAYMARK_CLAIM_SECONDS })];
    const claimed = await this.statements.run(claim, [name, until.toString(), now.toString(), today]);
    if (claimed.length === 0) return;
    const found = await work();
    await this.statements.run(finish, [name, today, found ? JSON.stringify(found) : null]);
  }
}
