import { Injectable } from '@nestjs/common';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { ZoneHints } from '../enrollments/zone-hints.js';
import { isFresh } from '../plans/plan-fit.js';
import { PlansService } from '../plans/plans.service.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import type { DayZone } from '../platform/time/day-zone.js';
import { daysBefore, weekOf } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { ShownBases } from '../readiness/shown-basis.service.js';
import type { Today } from './today.contract.js';
import { todayPage } from './today-page.js';
import { DAYS_BACK, todayRows, type TodayRows } from './today.statement.js';

@Injectable()
export class TodayService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly zones: ZoneHints,
    private readonly plans: PlansService,
    private readonly shown: ShownBases,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** One named statement, as long as the learner's day begins when it was last seen to; two more on the first visit of a day. */
  async read(learner: Person, enrollmentId: string): Promise<Today> {
    const zone = this.zones.of(enrollmentId) ?? (await this.enrollments.ownedBy(learner, enrollmentId));
    const asked = await this.rows(learner, enrollmentId, zone);
    const { enrollment } = asked.rows;
    if (!enrollment) return this.refuse(learner, enrollmentId);
    this.zones.learn(enrollmentId, enrollment);
    if (enrollment.timeZone !== zone.timeZone || enrollment.dayStartMinutes !== zone.dayStartMinutes) return this.read(learner, enrollmentId);
    const { rows, today } = await this.withPlan(learner, enrollment, asked);
    const shown = rows.readiness && (await this.shown.of(rows.readiness));
    return todayPage(enrollment, rows, shown, today, weekOf(today));
  }

  private async withPlan(learner: Person, enrollment: OwnEnrollment, { rows, today }: Asked): Promise<Asked & { rows: { plan: object } }> {
    if (rows.plan && isFresh(rows.plan, enrollment, this.clock.now().epochMilliseconds)) return { rows: { ...rows, plan: rows.plan }, today };
    await this.plans.ensure(enrollment);
    const made = await this.rows(learner, enrollment.id, enrollment);
    if (!made.rows.plan) throw new Error(`the plan of the enrollment ${enrollment.id} went away`);
    return { rows: { ...made.rows, plan: made.rows.plan }, today: made.today };
  }

  private async rows({ id: learnerId }: Person, enrollmentId: string, zone: DayZone): Promise<Asked> {
    const today = this.clock.today(zone);
    const { monday, sunday } = weekOf(today);
    const values = [enrollmentId, today, monday, sunday, daysBefore(today, DAYS_BACK), daysBefore(today, 7), learnerId];
    const [row] = await this.statements.run<{ page: TodayRows }>(todayRows, values);
    if (!row) throw new Error('a statement without a from clause gives one row');
    return { rows: row.page, today };
  }

  /** Somebody else's enrollment, or one that is gone: the read that refuses says so. */
  private async refuse(learner: Person, enrollmentId: string): Promise<never> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    throw new Error(`the enrollment ${enrollmentId} came and went`);
  }
}

interface Asked {
  rows: TodayRows;
  today: LocalDate;
}
