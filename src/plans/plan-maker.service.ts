import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import type { LevelContent } from '../curriculum/level-content.js';
import { enrollmentsById } from '../enrollments/enrollment.statements.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { Signals } from '../platform/queue/signals.js';
import { Clock } from '../platform/time/clock.js';
import { nextDay } from '../platform/time/day-zone.js';
import { withStates } from './item-state.js';
import { planFacts, type PlanFacts } from './plan-facts.statement.js';
import { isMadeFor, isOutOfStep, remainingMinutes } from './plan-fit.js';
import { doneMinutes, planFor } from './plan-for.js';
import { lookAgainAt, saveItems, savePlan } from './plan-rows.js';
import { remakeItems } from './remake-items.js';

/** Makes plans where there is none, or where the one there is fits no longer. */
@Injectable()
export class PlanMaker {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Looks at the plan of one enrollment, and makes it where that is needed. Does nothing for an enrollment that is gone. */
  async look(enrollmentId: string): Promise<void> {
    const [seen] = await this.enrollments.byIds([enrollmentId]);
    if (!seen) return;
    // Before the transaction, which must not wait for a second connection while it holds one.
    const level = await this.curriculum.levelContent(seen.levelId, seen.releaseId);
    const isMade = await this.database.transaction((tx) => this.lookAlone(tx, enrollmentId, level));
    if (!isMade) return this.look(enrollmentId);
    this.signals.say('plan-made', enrollmentId);
  }

  /** @returns whether it is done: not when the enrollment moved to another release since `level` was read */
  private async lookAlone(tx: EntityManager, id: string, level: LevelContent): Promise<boolean> {
    // One at a time for each enrollment. Not `for update`, which a log's foreign key would wait for.
    await tx.query('select from enrollment where id = $1 for no key update', [id]);
    const [enrollment] = await tx.query<OwnEnrollment[]>(enrollmentsById.text, [[id]]);
    if (!enrollment) return true;
    if (enrollment.releaseId !== level.releaseId) return false;

    const [row] = await tx.query<{ facts: PlanFacts }[]>(planFacts.text, [id]);
    if (!row) throw new Error('a statement without a from clause gives one row');
    const dueAt = this.canBeMissed(enrollment) ? nextDay(this.clock.now(), enrollment).toString() : null;
    if (this.fits(enrollment, level, row.facts)) await lookAgainAt(tx, id, dueAt);
    else await this.make(tx, enrollment, level, row.facts, dueAt);
    return true;
  }

  private fits(enrollment: OwnEnrollment, level: LevelContent, { plan, items, logged, finishedProjectIds }: PlanFacts): boolean {
    if (!plan || !isMadeFor(plan, enrollment)) return false;
    if (!this.canBeMissed(enrollment)) return true;
    const today = this.clock.today(enrollment);
    const remaining = remainingMinutes(level, doneMinutes(logged), finishedProjectIds);
    return !isOutOfStep(plan, withStates(items, logged, today), remaining, finishedProjectIds, today);
  }

  /** Whether days go by that something is planned on. */
  private canBeMissed(enrollment: OwnEnrollment): boolean {
    return enrollment.state === 'active' && this.clock.today(enrollment) < enrollment.examOn;
  }

  private async make(tx: EntityManager, enrollment: OwnEnrollment, level: LevelContent, facts: PlanFacts, dueAt: string | null): Promise<void> {
    const today = this.clock.today(enrollment);
    const { items, ...plan } = planFor(enrollment, level, facts, Temporal.PlainDate.from(today));
    await savePlan(tx, enrollment, { ...plan, madeAt: this.clock.now().toString(), plannedFrom: today, nextDueAt: dueAt });
    await saveItems(tx, enrollment.id, remakeItems(withStates(facts.items, facts.logged, today), items, today, uuidv7));
  }
}
