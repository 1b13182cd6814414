import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { StudyRules } from '../study-rules.service.js';
import type { SelfRating } from './practice.contract.js';
import { SelfRatingEntity } from './self-rating.entity.js';

/** How a learner rates themselves in each skill: dated rows, of which the latest counts. */
@Injectable()
export class SelfRatingsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async list(person: Person, enrollmentId: string): Promise<{ items: SelfRating[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    return { items: await this.ratings(enrollmentId, null) };
  }

  async rate(learner: Person, enrollmentId: string, skillId: string, rating: number): Promise<SelfRating> {
    const zone = await this.rules.check(learner, enrollmentId, { skillId, projectId: null });
    const row = { enrollmentId, skillId, rating, ratedOn: this.clock.today(zone), ratedAt: new Date(this.clock.now().epochMilliseconds) };
    await this.change(enrollmentId, (tx) => tx.upsert(SelfRatingEntity, row, ['enrollmentId', 'skillId', 'ratedOn']));
    const [rated] = await this.ratings(enrollmentId, skillId);
    return rated!;
  }

  /** Taking back what was never said changes nothing. */
  async unrate(learner: Person, enrollmentId: string, skillId: string): Promise<void> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    await this.change(enrollmentId, (tx) =>
      tx.query(
        `delete from self_rating where enrollment_id = $1 and skill_id = $2
           and rated_on = (select max(rated_on) from self_rating where enrollment_id = $1 and skill_id = $2)`,
        [enrollmentId, skillId],
      ),
    );
  }

  private async change(enrollmentId: string, change: (tx: EntityManager) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await change(tx);
      await this.worklist.mark(tx, 'readiness', enrollmentId);
    });
    this.triggers.fire('readiness');
  }

  private async ratings(enrollmentId: string, skillId: string | null): Promise<SelfRating[]> {
    const rows = await this.database.query<{ skillId: string; ratings: Omit<SelfRating, 'skillId' | 'earlier'>[] }[]>(
      `select skill_id as "skillId", json_agg(json_build_object('rating', rating, 'ratedOn', rated_on) order by rated_on desc) as ratings
       from self_rating where enrollment_id = $1 and ($2::uuid is null or skill_id = $2) group by skill_id order by skill_id`,
      [enrollmentId, skillId],
    );
    return rows.flatMap(({ skillId: id, ratings: [latest, ...earlier] }) => (latest ? [{ skillId: id, ...latest, earlier }] : []));
  }
}
