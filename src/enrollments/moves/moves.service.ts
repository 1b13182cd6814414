import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EditionsService } from '../../curriculum/editions.service.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { ImpactService } from './impact.service.js';
import { SHOWN_MOVE, type ShownMove } from './moves.statements.js';
import type { ReleaseMove } from './moves.contract.js';

/** Moving the learners who are under way to another release. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: DataSource,
    private readonly editions: EditionsService,
    private readonly impact: ImpactService,
    private readonly worklist: Worklist,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** Asks for the move; one that is under way to another release ends where it is. Of two at the same instant the second takes the place of the first. */
  async start(slug: string, release: number, admin: Person): Promise<ReleaseMove> {
    const { certificationId, releaseIds } = await this.editions.of(slug);
    const releaseId = releaseIds.get(release);
    if (!releaseId) throw new Problem(notFound, 'There is no such release.');
    const { movable: total } = await this.impact.of(slug, release);
    const id = uuidv7();
    const now = this.clock.now().toString();
    await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('release-move ' || $1, 0))`, [certificationId]);
      const [superseded] = await tx.query<[{ id: string }[], number]>(
        'update release_move set finished_at = $2, superseded_by = $3 where certification_id = $1 and finished_at is null returning id',
        [certificationId, now, id],
      );
      await tx.query('insert into release_move (id, certification_id, release_id, total, started_at, started_by) values ($1, $2, $3, $4, $5, $6)', [
        ...[id, certificationId, releaseId, total],
        ...[now, admin.id],
      ]);
      await this.worklist.mark(tx, 'release-move', id);
      const subject = await this.certification(tx, slug);
      for (const other of superseded)
        await this.audit.record(tx, { act: 'move-superseded', by: admin, subject, detail: { moveId: other.id, laterMoveId: id } });
      await this.audit.record(tx, { act: 'move-started', by: admin, subject, detail: { moveId: id, release, total } });
    });
    this.triggers.fire('enrollments');
    return this.shown((await this.database.query<ShownMove[]>(`${SHOWN_MOVE} where move.id = $1`, [id]))[0]!);
  }

  async list(slug: string, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<{ items: ReleaseMove[]; nextCursor: string | null }> {
    const { certificationId } = await this.editions.of(slug);
    const before = readCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<ShownMove[]>(
      `${SHOWN_MOVE} where move.certification_id = $1 and ($2::uuid is null or move.id < $2) order by move.id desc limit $3`,
      [certificationId, ...before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => this.shown(row));
    return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null };
  }

  private async certification(tx: EntityManager, slug: string): Promise<{ id: string; label: string }> {
    const [certification] = await tx.query<{ title: string }[]>('select title from certification where slug = $1', [slug]);
    return { id: slug, label: certification?.title ?? slug };
  }

  private shown({ startedAt, finishedAt, ...move }: ShownMove): ReleaseMove {
    return { ...move, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
  }
}
