import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EditionsService } from '../../curriculum/editions.service.js';
import { toldChanges } from '../../curriculum/told-changes.js';
import type { Person } from '../../platform/auth/person.js';
import { Clock } from '../../platform/time/clock.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { changesOf } from './level-impact.js';
import type { ReleaseNews } from './moves.contract.js';

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
    const [before, after] = [await this.editions.release(known.fromReleaseId), await this.editions.release(releaseId)];
    const slug = after.levels.find(({ id }) => id === levelId)?.slug ?? '';
    const changes = changesOf(slug, toldChanges(before.document, after.document));
    return { news: { from: before.number, to: after.number, movedAt: last.movedAt.toISOString(), changes } };
  }

  async putAway(learner: Person, enrollmentId: string): Promise<undefined> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    await this.database.query('update enrollment_move set seen_at = $2 where enrollment_id = $1 and seen_at is null', [
      enrollmentId,
      this.clock.now().toString(),
    ]);
    return undefined;
  }
}
