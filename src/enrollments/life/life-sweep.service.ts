import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Signals } from '../../platform/queue/signals.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { EnrollmentWriter } from '../enrollment-writer.service.js';
import { setDue, turningOf } from './due-rows.js';
import { nextTurn, type Turning } from './next-due.js';
import { endPause } from './pause-rows.js';

const BATCH = 200;
const FIRST = { nextDueAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Turns enrollments over whose time has come: a pause ends, a certificate has ended. */
@Injectable()
export class LifeSweep {
  private readonly logger = new Logger(LifeSweep.name);

  constructor(
    private readonly database: DataSource,
    private readonly writer: EnrollmentWriter,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** In batches, without holding a lock; one that fails stays due and keeps no other back. Twice it changes nothing. */
  async turnDue(): Promise<void> {
    for (let last = FIRST; ;) {
      const due = await this.database.query<(typeof FIRST)[]>(
        `select id, next_due_at as "nextDueAt" from enrollment
         where next_due_at <= $1 and (next_due_at, id) > ($2, $3::uuid) order by next_due_at, id limit $4`,
        [this.clock.now().toString(), last.nextDueAt, last.id, BATCH],
      );
      for (const { id } of due) await this.turnSafely(id);
      const end = due.at(-1);
      if (!end || due.length < BATCH) return;
      last = end;
    }
  }

  /** People whose days begin at other moments than before: what is due by their clock is worked out anew, here and in features above. */
  async followDays(accountIds: readonly string[]): Promise<void> {
    const changed = await this.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }[]>('select id from enrollment where learner_id = any($1::uuid[]) order by id for no key update', [accountIds]);
      const ids = rows.map(({ id }) => id);
      await setDue(tx, ids);
      for (const kind of ['plan', 'readiness']) await this.worklist.markAll(tx, kind, ids);
      return ids;
    });
    if (changed.length > 0) for (const queue of ['plans', 'readiness'] as const) this.triggers.fire(queue);
  }

  private async turnSafely(id: string): Promise<void> {
    try {
      await this.turn(id);
      this.signals.say('enrollment-turned', id);
    } catch (error) {
      this.logger.error({ err: error, enrollment: id }, 'an enrollment could not be turned over; it is tried again');
    }
  }

  private async turn(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.writer.lock(tx, id);
      const [turning] = await turningOf(tx, [id]);
      if (!turning) return;
      const turn = nextTurn(turning);
      if (turn && turn.on <= this.clock.today(turning)) {
        await this.writer.turn(tx, turning, turn.to);
        if (turning.state === 'paused') await endPause(tx, id, { endedOn: turn.on, endedAt: this.writer.now(), endedBy: null });
        await this.writer.note(tx, null, id, { what: 'state', became: turn.to, revises: isPlanned(turn.to) });
      }
      await setDue(tx, [id]);
    });
    for (const queue of ['plans', 'readiness'] as const) this.triggers.fire(queue);
  }
}

const isPlanned = (state: Turning['state']) => state === 'active';
