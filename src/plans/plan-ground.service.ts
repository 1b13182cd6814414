import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { enrollmentsById } from '../enrollments/enrollment.statements.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Clock } from '../platform/time/clock.js';
import { nextDay } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { planFacts, type PlanFacts } from './plan-facts.statement.js';

/** Everything that a change of one enrollment's plan is based on. */
export interface Ground {
  tx: EntityManager;
  enrollment: OwnEnrollment;
  level: LevelContent;
  facts: PlanFacts;
  /** The learner's. */
  today: LocalDate;
  now: string;
  /** Whether days go by that something is planned on. */
  canBeMissed: boolean;
  /** When somebody looks at the plan again; null where nothing can be missed. */
  dueAt: string | null;
}

/** Gives whoever changes a plan the enrollment to itself, with all facts. */
@Injectable()
export class PlanGround {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly clock: Clock,
  ) {}

  /** @returns what `act` says; undefined for an enrollment that is gone */
  async alone<T>(enrollmentId: string, act: (ground: Ground) => Promise<T>): Promise<T | undefined> {
    const [seen] = await this.enrollments.byIds([enrollmentId]);
    if (!seen) return undefined;
    // Before the transaction, which must not wait for a second connection while it holds one.
    const level = await this.curriculum.levelContent(seen.levelId, seen.releaseId);
    const done = await this.database.transaction(async (tx) => {
      // One at a time for each enrollment. Not `for update`, which a log's foreign key would wait for.
      await tx.query('select from enrollment where id = $1 for no key update', [enrollmentId]);
      const [enrollment] = await tx.query<OwnEnrollment[]>(enrollmentsById.text, [[enrollmentId]]);
      if (!enrollment) return { said: undefined };
      // It moved to another release since the level was read.
      if (enrollment.releaseId !== level.releaseId) return undefined;
      return { said: await act(await this.ground(tx, enrollment, level)) };
    });
    return done ? done.said : this.alone(enrollmentId, act);
  }

  /** The same enrollment after the transaction has changed it, still locked. */
  async reread({ tx, enrollment: { id }, level }: Ground): Promise<Ground> {
    const [enrollment] = await tx.query<OwnEnrollment[]>(enrollmentsById.text, [[id]]);
    if (!enrollment) throw new Error('a locked enrollment stays');
    return this.ground(tx, enrollment, level);
  }

  private async ground(tx: EntityManager, enrollment: OwnEnrollment, level: LevelContent): Promise<Ground> {
    const [row] = await tx.query<{ facts: PlanFacts }[]>(planFacts.text, [enrollment.id]);
    if (!row) throw new Error('a statement without a from clause gives one row');
    const now = this.clock.now();
    const today = this.clock.today(enrollment);
    const canBeMissed = enrollment.state === 'active' && today < enrollment.examOn;
    const dueAt = canBeMissed ? nextDay(now, enrollment).toString() : null;
    return { tx, enrollment, level, facts: row.facts, today, now: now.toString(), canBeMissed, dueAt };
  }
}
