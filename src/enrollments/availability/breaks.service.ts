import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { EnrollmentWriter, refuseUnlessPlannable } from '../enrollment-writer.service.js';
import { EnrollmentsService } from '../enrollments.service.js';
import { breakFault, isOver, leftOf, overlaps, type BreakSpan, type Dates } from './availability-spans.js';
import {
  availabilityFull,
  breakIsOver,
  breakNotPossible,
  breaksOverlap,
  LONGEST_BREAK_DAYS,
  MOST_BREAKS,
  type Break,
  type BreakInput,
} from './availability.contract.js';
import { StudyBreakEntity } from './study-break.entity.js';

/** Spans without study: planned ahead of time, or an illness said afterwards. Two never share a date. */
@Injectable()
export class BreaksService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly writer: EnrollmentWriter,
    private readonly clock: Clock,
  ) {}

  async add(learner: Person, enrollmentId: string, wanted: BreakInput): Promise<Break> {
    const dates = await this.dates(learner, enrollmentId);
    refuseFault(wanted, dates);
    const id = uuidv7();
    await this.write(learner, enrollmentId, wanted, async (tx) => {
      await refuseOverlap(tx, enrollmentId, wanted);
      const ahead = await tx.countBy(StudyBreakEntity, { enrollmentId, toOn: MoreThanOrEqual(dates.today) });
      if (ahead >= MOST_BREAKS) throw new Problem(availabilityFull, `There are ${ahead} breaks ahead already. Take one back first.`);
      await tx.insert(StudyBreakEntity, { ...wanted, id, enrollmentId, source: 'hand', setAt: this.writer.now(), setBy: learner.id });
    });
    return { id, ...wanted };
  }

  async change(learner: Person, enrollmentId: string, id: string, wanted: BreakInput): Promise<Break> {
    const dates = await this.dates(learner, enrollmentId);
    await this.write(learner, enrollmentId, wanted, async (tx) => {
      const stored = await unfinished(tx, enrollmentId, id, dates);
      refuseFault(wanted, dates, stored);
      await refuseOverlap(tx, enrollmentId, wanted, id);
      await tx.update(StudyBreakEntity, { id }, { ...wanted, setAt: this.writer.now(), setBy: learner.id });
    });
    return { id, ...wanted };
  }

  /** Days that are behind stay a break, unless it is an illness that could still be said: they were no missed days when they passed. */
  async remove(learner: Person, enrollmentId: string, id: string): Promise<void> {
    const dates = await this.dates(learner, enrollmentId);
    const seen = await this.writer.read((tx) => unfinished(tx, enrollmentId, id, dates));
    await this.write(
      learner,
      enrollmentId,
      seen,
      async (tx) => {
        const left = leftOf(await unfinished(tx, enrollmentId, id, dates), dates);
        if (left) await tx.update(StudyBreakEntity, { id }, { toOn: left.toOn });
        else await tx.delete(StudyBreakEntity, { id });
      },
      ' removed',
    );
  }

  private async dates(learner: Person, enrollmentId: string): Promise<Dates> {
    const enrollment = await this.enrollments.ownedBy(learner, enrollmentId);
    refuseUnlessPlannable(enrollment);
    return { ...enrollment, today: this.clock.today(enrollment) };
  }

  private write(learner: Person, enrollmentId: string, { kind, fromOn, toOn }: BreakSpan, work: (tx: EntityManager) => Promise<void>, end = ''): Promise<void> {
    return this.writer.write(learner, enrollmentId, { what: 'break', became: `${kind} ${fromOn} ${toOn}${end}`, revises: true }, work);
  }
}

async function unfinished(tx: EntityManager, enrollmentId: string, id: string, dates: Dates): Promise<StudyBreakEntity> {
  const stored = await tx.findOneBy(StudyBreakEntity, { id, enrollmentId });
  if (!stored) throw new Problem(notFound, 'There is no such break in this enrollment.');
  if (isOver(stored, dates)) throw new Problem(breakIsOver, `It ended on ${stored.toOn}, and its days were counted as a break. It stays as it was.`);
  return stored;
}

function refuseFault(wanted: BreakSpan, dates: Dates, stored?: BreakSpan): void {
  const fault = breakFault(wanted, dates, stored);
  if (!fault) return;
  if (fault.why === 'not-in-order') throw new Problem(breakNotPossible, 'The last day lies before the first. Change one of them.');
  if (fault.why === 'too-long')
    throw new Problem(breakNotPossible, `It would last ${fault.days} days, and ${LONGEST_BREAK_DAYS} are the most. Stop preparing instead.`);
  const { from, to } = fault;
  throw new Problem(breakNotPossible, `Choose dates from ${from} to ${to}; a break that began keeps its first day.`, { from, to });
}

async function refuseOverlap(tx: EntityManager, enrollmentId: string, wanted: BreakSpan, besides?: string): Promise<void> {
  const others = await tx.findBy(StudyBreakEntity, { enrollmentId, toOn: MoreThanOrEqual(wanted.fromOn) });
  const other = others.find((each) => each.id !== besides && overlaps(each, wanted));
  if (!other) return;
  const { id, fromOn, toOn } = other;
  throw new Problem(breaksOverlap, `The one from ${fromOn} to ${toOn} shares dates with it. Change that one instead.`, { breakId: id, fromOn, toOn });
}
