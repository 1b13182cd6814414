import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ToldChange } from '../../curriculum/curriculum.contract.js';
import { EditionsService } from '../../curriculum/editions.service.js';
import { toldChanges } from '../../curriculum/told-changes.js';
import type { Person } from '../../platform/auth/person.js';
import { Clock } from '../../platform/time/clock.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { changesOf } from './level-impact.js';
import type { ReleaseNews } from './moves.contract.js';

/** News that its learner has not seen, and whom to tell. */
export interface UnseenNews {
  /** The last move, of which there is one mail. */
  moveId: string;
  learner: { id: string; name: string; email: string; emailConfirmedAt: string | null };
  level: string;
  /** Number of the release that they are on now. */
  to: number;
  /** What changed in their level, a sentence each; at least one. */
  changes: string[];
}

/** A learner may have been moved several times since they looked: what counts is where they were before the first. */
const UNSEEN = `
  select moved.last as "moveId", moved.known, enrollment.release_id as "releaseId", level.slug, level.title as level,
    json_build_object('id', account.id, 'name', account.name, 'email', account.email, 'emailConfirmedAt', account.email_confirmed_at) as learner
  from (
    select enrollment_id, (array_agg(from_release_id order by id))[1] as known, (array_agg(id order by id desc))[1] as last
    from enrollment_move where enrollment_id = any($1::uuid[]) and seen_at is null
    group by enrollment_id
  ) as moved
  join enrollment on enrollment.id = moved.enrollment_id
  join level on level.id = enrollment.level_id
  join account on account.id = enrollment.learner_id
  where moved.known <> enrollment.release_id`;

interface UnseenRow extends Pick<UnseenNews, 'moveId' | 'learner' | 'level'> {
  known: string;
  releaseId: string;
  slug: string;
}

/** Tells a learner what a move to another release changed, until it was seen. */
@Injectable()
export class ReleaseNewsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly editions: EditionsService,
    private readonly clock: Clock,
  ) {}

  /** From the release that the learner knew to the one it is now, however many moves lie between; none once they are back where they were. */
  async read(learner: Person, enrollmentId: string): Promise<{ news: ReleaseNews | null }> {
    const { releaseId, levelId } = await this.enrollments.ownedBy(learner, enrollmentId);
    const moves = await this.database.query<{ fromReleaseId: string; movedAt: Date }[]>(
      `select from_release_id as "fromReleaseId", moved_at as "movedAt" from enrollment_move
       where enrollment_id = $1 and seen_at is null order by id`,
      [enrollmentId],
    );
    const [known, last] = [moves[0], moves.at(-1)];
    if (!known || !last || known.fromReleaseId === releaseId) return { news: null };
    const { from, to, changes } = await this.between(known.fromReleaseId, releaseId);
    const { levels } = await this.editions.release(releaseId);
    const slug = levels.find(({ id }) => id === levelId)?.slug ?? '';
    return { news: { from, to, movedAt: last.movedAt.toISOString(), changes: changesOf(slug, changes) } };
  }

  /** Of these enrollments, where something changed for the learner that they have not put away. */
  async unseen(enrollmentIds: readonly string[]): Promise<UnseenNews[]> {
    const rows = await this.database.query<UnseenRow[]>(UNSEEN, [enrollmentIds]);
    const told: UnseenNews[] = [];
    // Few pairs of releases and many learners: what lies between two is worked out once.
    const between = new Map<string, Promise<Between>>();
    for (const { moveId, learner, level, slug, known, releaseId } of rows) {
      const pair = `${known} ${releaseId}`;
      between.set(pair, between.get(pair) ?? this.between(known, releaseId));
      const { to, changes } = await between.get(pair)!;
      const own = changesOf(slug, changes).flatMap(({ words }) => words);
      if (own.length > 0) told.push({ moveId, learner, level, to, changes: own });
    }
    return told;
  }

  async putAway(learner: Person, enrollmentId: string): Promise<undefined> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    await this.database.query('update enrollment_move set seen_at = $2 where enrollment_id = $1 and seen_at is null', [
      enrollmentId,
      this.clock.now().toString(),
    ]);
    return undefined;
  }

  private async between(fromId: string, toId: string): Promise<Between> {
    const [before, after] = [await this.editions.release(fromId), await this.editions.release(toId)];
    return { from: before.number, to: after.number, changes: toldChanges(before.document, after.document) };
  }
}

interface Between {
  from: number;
  to: number;
  changes: ToldChange[];
}
