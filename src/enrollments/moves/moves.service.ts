import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { CurriculumDocument } from '../../curriculum/curriculum-document.contract.js';
import { EditionsService, type Editions } from '../../curriculum/editions.service.js';
import { toldChanges } from '../../curriculum/told-changes.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { levelImpact, type LevelSketch } from './level-impact.js';
import { countByRelease, SHOWN_MOVE, type ReleaseCount, type ShownMove } from './moves.statements.js';
import type { Impact, LevelImpact, ReleaseMove } from './moves.contract.js';

interface Target {
  number: number | null;
  document: CurriculumDocument;
}

/** What another release would mean to the learners who are under way, and moving them there. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: DataSource,
    private readonly editions: EditionsService,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** @param release its number; the draft where there is none */
  async impact(slug: string, release?: number): Promise<Impact> {
    const editions = await this.editions.of(slug);
    const target = await this.target(slug, editions, release);
    const counts = await this.database.query<ReleaseCount[]>(countByRelease, [editions.certificationId, target.number]);
    const levels: LevelImpact[] = [];
    for (const count of counts) levels.push(await this.levelImpact(count, target));
    const sum = (some: readonly LevelImpact[]) => some.reduce((total, { enrollments }) => total + enrollments, 0);
    return { release: target.number, enrollments: sum(levels), movable: sum(levels.filter(({ stays }) => stays === null)), levels };
  }

  /** Asks for the move; one that is under way to another release ends where it is. */
  async start(slug: string, release: number, admin: Person): Promise<ReleaseMove> {
    const editions = await this.editions.of(slug);
    const releaseId = editions.releaseIds.get(release);
    if (!releaseId) throw new Problem(notFound, 'There is no such release.');
    const { movable } = await this.impact(slug, release);
    const id = uuidv7();
    const now = this.clock.now().toString();
    await this.database.transaction(async (tx) => {
      await tx.query('update release_move set finished_at = $2, superseded_by = $3 where certification_id = $1 and finished_at is null', [
        editions.certificationId,
        now,
        id,
      ]);
      await tx.query('insert into release_move (id, certification_id, release_id, total, started_at, started_by) values ($1, $2, $3, $4, $5, $6)', [
        id,
        editions.certificationId,
        releaseId,
        movable,
        now,
        admin.id,
      ]);
      await this.worklist.mark(tx, 'release-move', id);
    });
    this.triggers.fire('enrollments');
    return this.shown((await this.database.query<ShownMove[]>(`${SHOWN_MOVE} where move.id = $1`, [id]))[0]!);
  }

  async list(slug: string): Promise<{ items: ReleaseMove[] }> {
    const { certificationId } = await this.editions.of(slug);
    const rows = await this.database.query<ShownMove[]>(`${SHOWN_MOVE} where move.certification_id = $1 order by move.started_at desc, move.id desc limit 20`, [
      certificationId,
    ]);
    return { items: rows.map((row) => this.shown(row)) };
  }

  private async target(slug: string, { releaseIds }: Editions, number?: number): Promise<Target> {
    if (number === undefined) return { number: null, document: (await this.editions.draft(slug)) as unknown as CurriculumDocument };
    const id = releaseIds.get(number);
    if (!id) throw new Problem(notFound, 'There is no such release.');
    return { number, document: (await this.editions.release(id)).document };
  }

  private async levelImpact({ level, release, releaseId, enrollments }: ReleaseCount, { document }: Target): Promise<LevelImpact> {
    const held = (await this.editions.release(releaseId)).document;
    const of = ({ levels }: CurriculumDocument): LevelSketch | undefined => levels.find(({ slug }) => slug === level.slug);
    const before = of(held) ?? { slug: level.slug };
    return { level, release, enrollments, ...levelImpact(before, of(document), toldChanges(held, document)) };
  }

  private shown({ startedAt, finishedAt, ...move }: ShownMove): ReleaseMove {
    return { ...move, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
  }
}
