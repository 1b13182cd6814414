import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { PlanGround, type Ground } from '../plan-ground.service.js';
import { PlanMaker } from '../plan-maker.service.js';
import type { FixedDate } from '../plans.contract.js';
import { PlansService } from '../plans.service.js';
import { FixedDateEntity } from './fixed-date.entity.js';
import type { FixedDateInput } from './pins.contract.js';
import { refuseUnlessPlannable } from './plannable-date.js';

/** Workshops and cohort sessions: the plan makes room for them, and never moves them. */
@Injectable()
export class FixedDatesService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly ground: PlanGround,
    private readonly maker: PlanMaker,
  ) {}

  async list(person: Person, enrollmentId: string): Promise<{ items: FixedDate[] }> {
    const { fixedDates } = await this.plans.current(await this.enrollments.readableBy(person, enrollmentId));
    return { items: fixedDates };
  }

  async add(learner: Person, enrollmentId: string, said: FixedDateInput): Promise<FixedDate> {
    await this.plans.ensure(await this.enrollments.ownedBy(learner, enrollmentId));
    const fixed = { id: uuidv7(), ...said };
    await this.ground.alone(enrollmentId, async (ground) => {
      refuseUnlessPlannable(said.date, ground);
      await ground.tx.insert(FixedDateEntity, { ...fixed, enrollmentId, addedAt: new Date(ground.now), addedBy: learner.id });
      await this.makeRoom(ground, learner, [...ground.facts.fixedDates, fixed]);
    });
    return fixed;
  }

  async change(learner: Person, enrollmentId: string, id: string, said: FixedDateInput): Promise<FixedDate> {
    await this.plans.ensure(await this.enrollments.ownedBy(learner, enrollmentId));
    const fixed = { id, ...said };
    await this.ground.alone(enrollmentId, async (ground) => {
      const others = ground.facts.fixedDates.filter((other) => other.id !== id);
      if (others.length === ground.facts.fixedDates.length) noSuchDate();
      refuseUnlessPlannable(said.date, ground);
      await ground.tx.update(FixedDateEntity, { id, enrollmentId }, said);
      await this.makeRoom(ground, learner, [...others, fixed]);
    });
    return fixed;
  }

  /** The plan stays as it is until it is next made; its time is free from now on. */
  async remove(learner: Person, enrollmentId: string, id: string): Promise<void> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    const { affected } = (await this.ground.alone(enrollmentId, ({ tx }) => tx.delete(FixedDateEntity, { id, enrollmentId }))) ?? {};
    if (affected !== 1) noSuchDate();
  }

  private makeRoom(ground: Ground, learner: Person, fixedDates: FixedDate[]): Promise<void> {
    return this.maker.makeRoom({ ...ground, facts: { ...ground.facts, fixedDates } }, learner.id, ground.facts);
  }
}

function noSuchDate(): never {
  throw new Problem(notFound, 'There is no such date. It may have been removed already.');
}
