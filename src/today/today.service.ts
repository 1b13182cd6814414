import { Injectable } from '@nestjs/common';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments/enrollments.service.js';
import { isFresh } from '../plans/plan-fit.js';
import { daysBefore } from '../plans/planned-days.js';
import { PlansService } from '../plans/plans.service.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Clock } from '../platform/time/clock.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { Today } from './today.contract.js';
import { todayPage, weekOf, type Week } from './today-page.js';
import { DAYS_BACK, todayRows, type TodayRows } from './today.statement.js';

@Injectable()
export class TodayService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Two named statements, since the date of the second is known by the zone of the first; two more on the first visit of a day. */
  async read(learner: Person, enrollmentId: string): Promise<Today> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    const today = this.clock.today(enrollment.timeZone);
    const week = weekOf(today);
    return todayPage(enrollment, await this.current(enrollment, today, week), today, week);
  }

  private async current(enrollment: OwnEnrollment, today: LocalDate, week: Week): Promise<TodayRows & { plan: object }> {
    const rows = await this.rows(enrollment, today, week);
    if (rows.plan && isFresh(rows.plan, enrollment, this.clock.now().epochMilliseconds)) return { ...rows, plan: rows.plan };
    await this.plans.ensure(enrollment);
    const made = await this.rows(enrollment, today, week);
    if (!made.plan) throw new Error(`the plan of the enrollment ${enrollment.id} went away`);
    return { ...made, plan: made.plan };
  }

  private async rows({ id }: OwnEnrollment, today: LocalDate, { monday, sunday }: Week): Promise<TodayRows> {
    const values = [id, today, monday, sunday, daysBefore(today, DAYS_BACK), daysBefore(today, 7)];
    const [row] = await this.statements.run<{ page: TodayRows }>(todayRows, values);
    if (!row) throw new Error('a statement without a from clause gives one row');
    return row.page;
  }
}
