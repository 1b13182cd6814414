import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import type { SweepProgress } from './sweep.contract.js';

interface Row extends Pick<SweepProgress, 'due' | 'sweptToday' | 'workers' | 'check'> {
  seconds: number;
}

/** Parameters: now, the UTC date. */
const progress: Statement = {
  name: 'readiness-sweep-progress',
  text: `
    select (select count(*)::int from readiness where next_due_at <= $1::timestamptz) as due,
      coalesce(sum(swept) filter (where swept_on = $2::date), 0)::int as "sweptToday",
      coalesce(sum(swept_seconds) filter (where swept_on = $2::date), 0)::real as seconds,
      (count(*) filter (where claimed_at is not null and claimable_at > $1::timestamptz))::int as workers,
      (select jsonb_build_object('on', finished_on) || found from readiness_run where name = 'check') as check
    from readiness_shard`,
};

/** How far the sweep is, for those who run Daymark. */
@Injectable()
export class SweepProgressService {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<SweepProgress> {
    const now = this.clock.now();
    const [row] = await this.statements.run<Row>(progress, [now.toString(), now.toString().slice(0, 10)]);
    const { due, sweptToday, workers, seconds, check } = row!;
    // What one worker does in a second, by as many as there are.
    const perSecond = sweptToday > 0 && seconds > 0 ? Math.round((sweptToday / seconds) * Math.max(1, workers)) : null;
    const throughAt = due > 0 && perSecond ? now.add({ seconds: Math.ceil(due / perSecond) }).toString() : null;
    return { due, sweptToday, workers, perSecond, throughAt, check };
  }
}
