import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { EnrollmentWriter, refuseUnlessPlannable } from '../enrollment-writer.service.js';
import { EnrollmentsService, type OwnEnrollment } from '../enrollments.service.js';
import { PauseEntity } from '../life/pause.entity.js';
import { asAvailability } from '../shown-enrollment.js';
import { AvailabilityExceptionEntity } from './availability-exception.entity.js';
import { settableSpan } from './availability-spans.js';
import {
  availabilityFull,
  dateNotSettable,
  MOST_EXCEPTIONS,
  type AvailabilityException,
  type AvailabilityExceptionInput,
  type WholeAvailability,
} from './availability.contract.js';
import { StudyBreakEntity } from './study-break.entity.js';

/** When somebody can study: read as a whole, and single dates set. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly clock: Clock,
  ) {}

  async read(learner: Person, enrollmentId: string): Promise<WholeAvailability> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    const { manager } = this.database;
    const exceptions = await manager.find(AvailabilityExceptionEntity, { where: { enrollmentId }, order: { date: 'asc' } });
    const breaks = await manager.find(StudyBreakEntity, { where: { enrollmentId }, order: { fromOn: 'asc' } });
    const pause = await manager.findOneBy(PauseEntity, { enrollmentId, endedAt: IsNull() });
    const dates = { ...enrollment, today: this.clock.today(enrollment) };
    return {
      today: dates.today,
      timeZone: enrollment.timeZone,
      dayStartMinutes: enrollment.dayStartMinutes,
      week: asAvailability(enrollment.weeklyMinutes),
      exceptions,
      breaks,
      pause,
      settable: { exceptions: settableSpan('exception', dates), breaks: settableSpan('other', dates), illness: settableSpan('illness', dates) },
    };
  }

  async setException(learner: Person, enrollmentId: string, date: LocalDate, input: AvailabilityExceptionInput): Promise<AvailabilityException> {
    const { today } = await this.settable(learner, enrollmentId, date);
    const change = { what: 'availability-exception', became: `${date} ${input.minutes}`, note: input.reason, revises: true } as const;
    await this.writer.write(learner, enrollmentId, change, async (tx) => {
      const row = { ...input, enrollmentId, date, source: 'hand' as const, setAt: this.writer.now(), setBy: learner.id };
      await tx.upsert(AvailabilityExceptionEntity, row, ['enrollmentId', 'date']);
      const ahead = await tx.countBy(AvailabilityExceptionEntity, { enrollmentId, date: MoreThanOrEqual(today) });
      if (ahead > MOST_EXCEPTIONS) throw new Problem(availabilityFull, `${MOST_EXCEPTIONS} dates ahead are kept. Set a break instead, or another usual week.`);
    });
    return { date, ...input };
  }

  async removeException(learner: Person, enrollmentId: string, date: LocalDate): Promise<void> {
    await this.settable(learner, enrollmentId, date);
    const isThere = await this.database.manager.existsBy(AvailabilityExceptionEntity, { enrollmentId, date });
    if (!isThere) return;
    const change = { what: 'availability-exception', became: `${date} usual`, revises: true } as const;
    await this.writer.write(learner, enrollmentId, change, (tx) => tx.delete(AvailabilityExceptionEntity, { enrollmentId, date }));
  }

  private async settable(learner: Person, enrollmentId: string, date: LocalDate): Promise<OwnEnrollment & { today: LocalDate }> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    refuseUnlessPlannable(enrollment);
    const dates = { ...enrollment, today: this.clock.today(enrollment) };
    const { from, to } = settableSpan('exception', dates);
    if (date < from || date > to) throw new Problem(dateNotSettable, `Choose a date from ${from} to ${to}.`, { from, to });
    return dates;
  }
}
