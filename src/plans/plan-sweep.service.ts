import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/time/clock.js';
import { PlanMaker } from './plan-maker.service.js';

const BATCH = 200;
const FIRST = { nextDueAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Looks, once the learner's day has ended, at every plan: what was missed is planned again. */
@Injectable()
export class PlanSweep {
  private readonly logger = new Logger(PlanSweep.name);

  constructor(
    private readonly database: DataSource,
    private readonly maker: PlanMaker,
    private readonly clock: Clock,
  ) {}

  /** In batches, without holding a lock. A plan that fails stays due and keeps no other back; two sweeps at once do the same work once. */
  async lookAtDue(): Promise<void> {
    for (let last = FIRST; ;) {
      const due = await this.dueAfter(last);
      for (const { id } of due) await this.look(id);
      const end = due.at(-1);
      if (!end || due.length < BATCH) return;
      last = end;
    }
  }

  private dueAfter({ nextDueAt, id }: typeof FIRST): Promise<(typeof FIRST)[]> {
    return this.database.query(
      `select enrollment_id as id, next_due_at as "nextDueAt" from plan
       where next_due_at <= $1 and (next_due_at, enrollment_id) > ($2, $3::uuid)
       order by next_due_at, enrollment_id limit $4`,
      [this.clock.now().toString(), nextDueAt, id, BATCH],
    );
  }

  private async look(id: string): Promise<void> {
    try {
      await this.maker.look(id);
    } catch (error) {
      this.logger.error({ err: error, enrollment: id }, 'a plan could not be looked at; it is tried again');
    }
  }
}
