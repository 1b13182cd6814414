import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import { PeersService } from './passing/peers.service.js';
import { RefitsService } from './passing/refits.service.js';

/** A day, less an hour, so that it does not come later each day. */
const EVERY_HOURS = 23;

/** Takes the turn, if it is time; of many workers one gets it. Parameters: name, now, the latest start that is long enough ago. */
const take: Statement = {
  name: 'readiness-run-take',
  text: `
    insert into readiness_run as r (name, ran_at) values ($1, $2::timestamptz)
    on conflict (name) do update set ran_at = excluded.ran_at where r.ran_at <= $3::timestamptz
    returning name`,
};

/** What the worker does once a day for all learners together: who is usual among them, and what exams teach. Dying midway it is done a day later. */
@Injectable()
export class DailyRuns {
  constructor(
    private readonly peers: PeersService,
    private readonly refits: RefitsService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async due(): Promise<void> {
    if (await this.mayRun('peers')) await this.peers.renew();
    if (await this.mayRun('refit')) await this.refits.refit();
  }

  private async mayRun(name: string): Promise<boolean> {
    const now = this.clock.now();
    const rows = await this.statements.run(take, [name, now.toString(), now.subtract({ hours: EVERY_HOURS }).toString()]);
    return rows.length > 0;
  }
}
