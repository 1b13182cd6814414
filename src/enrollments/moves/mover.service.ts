import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { isOpen } from '../../curriculum/curriculum-document.contract.js';
import { EditionsService } from '../../curriculum/editions.service.js';
import type { PublishedRelease } from '../../curriculum/published-release.js';
import { Audit } from '../../platform/audit/audit.js';
import { Signals } from '../../platform/queue/signals.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { UNDER_WAY_SQL } from './moves.statements.js';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Move {
  id: string;
  certificationId: string;
  releaseId: string;
  startedBy: string | null;
}

/**
 * Takes enrollments over to another release, in the worker. Only the release changes, and with it the revision that a plan is made for:
 * every entry, review and day that was done stays where it is. Each batch is a transaction of its own that also counts it, so that one
 * that is killed goes on where it was, and doing it twice finds nothing left to do.
 */
@Injectable()
export class Mover {
  constructor(
    private readonly database: DataSource,
    private readonly editions: EditionsService,
    private readonly worklist: Worklist,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async run(moveId: string): Promise<void> {
    const move = await this.unfinished(moveId);
    if (!move) return;
    const target = await this.editions.release(move.releaseId);
    const others = await this.otherReleases(move);
    for (const level of target.levels.filter(isOpen))
      for (const from of others) {
        if (!(await this.moveAll(move, target, level.id, from))) return;
      }
    await this.finish(move, target);
    this.signals.say('enrollments-moved', moveId);
  }

  private finish({ id, startedBy }: Move, { number, document: { slug, title } }: PublishedRelease): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [finished] = await tx.query<[{ moved: number }[], number]>(
        'update release_move set finished_at = $2 where id = $1 and finished_at is null returning moved',
        [id, this.clock.now().toString()],
      );
      const subject = { id: slug, label: title };
      // Without the admin's network address: the worker does this later.
      const by = startedBy ? { id: startedBy } : 'daymark';
      for (const { moved } of finished) await this.audit.record(tx, { act: 'move-finished', by, subject, detail: { moveId: id, release: number, moved } });
    });
  }

  /** @returns whether the move still stands: not when a later one took its place */
  private async moveAll(move: Move, target: PublishedRelease, levelId: string, from: string): Promise<boolean> {
    for (let last: string | undefined = FIRST; last !== undefined;) {
      const after: string = last;
      const batch = await this.database.transaction((tx) => this.moveBatch(tx, move, target, { levelId, from, after }));
      if (!batch) return false;
      if (batch.length > 0) for (const queue of ['plans', 'readiness', 'reminders'] as const) this.triggers.fire(queue);
      last = batch.length < BATCH ? undefined : batch.at(-1);
    }
    return true;
  }

  /** @returns the ids that were moved, in their order; undefined when the move no longer stands */
  private async moveBatch(
    tx: EntityManager,
    move: Move,
    { number }: PublishedRelease,
    { levelId, from, after }: { levelId: string; from: string; after: string },
  ): Promise<string[] | undefined> {
    // Held until the batch is done: a later move waits for it, and counts what it left.
    const standing = await tx.query<unknown[]>('select 1 from release_move where id = $1 and finished_at is null for no key update', [move.id]);
    if (standing.length === 0) return undefined;
    const rows = await tx.query<{ id: string }[]>(
      `select id from enrollment where level_id = $1 and release_id = $2 and id > $3 and ${UNDER_WAY_SQL} order by id limit ${BATCH} for no key update`,
      [levelId, from, after],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return ids;
    const now = this.clock.now().toString();
    await tx.query('update enrollment set release_id = $2, revision = revision + 1 where id = any($1::uuid[])', [ids, move.releaseId]);
    await this.note(tx, move, ids, { from, number, now });
    for (const kind of ['plan', 'readiness', 'release-news']) await this.worklist.markAll(tx, kind, ids);
    await tx.query('update release_move set moved = moved + $2 where id = $1', [move.id, ids.length]);
    return ids;
  }

  /** In each enrollment's history, and as news for its learner. */
  private async note(
    tx: EntityManager,
    move: Move,
    ids: readonly string[],
    { from, number, now }: { from: string; number: number; now: string },
  ): Promise<void> {
    const own = ids.map(() => uuidv7());
    await tx.query(
      `insert into enrollment_move (id, enrollment_id, from_release_id, to_release_id, moved_at)
       select id, enrollment_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) as moved (id, enrollment_id)`,
      [own, ids, from, move.releaseId, now],
    );
    // Whoever asked for it; the move itself once that account is gone.
    await tx.query(
      `insert into enrollment_change (id, enrollment_id, changed_at, changed_by, what, became)
       select id, enrollment_id, $3, $4, 'release', $5 from unnest($1::uuid[], $2::uuid[]) as moved (id, enrollment_id)`,
      [own, ids, now, move.startedBy ?? move.id, String(number)],
    );
  }

  private async unfinished(id: string): Promise<Move | undefined> {
    const [move] = await this.database.query<Move[]>(
      `select id, certification_id as "certificationId", release_id as "releaseId", started_by as "startedBy"
       from release_move where id = $1 and finished_at is null`,
      [id],
    );
    return move;
  }

  /** Oldest first. */
  private async otherReleases({ certificationId, releaseId }: Move): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>('select id from release where certification_id = $1 and id <> $2 order by number', [
      certificationId,
      releaseId,
    ]);
    return rows.map(({ id }) => id);
  }
}
