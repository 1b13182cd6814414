import { Injectable } from '@nestjs/common';
import { minutesOn } from '../../enrollments/study-time.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { withStates } from '../item-state.js';
import { studyTimeOf } from '../plan-context.js';
import { PlanGround, type Ground } from '../plan-ground.service.js';
import { PlanMaker } from '../plan-maker.service.js';
import { moveItem, unpin } from '../plan-rows.js';
import type { Plan, PlanItem } from '../plans.contract.js';
import { PlansService } from '../plans.service.js';
import { refuseUnlessPlannable } from './plannable-date.js';
import { dayHasNoTime, planItemPast } from './pins.contract.js';

/** Items of a plan as a person puts them. */
@Injectable()
export class PlanPinsService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly plans: PlansService,
    private readonly ground: PlanGround,
    private readonly maker: PlanMaker,
  ) {}

  /**
   * Pinned, the rest of the plan makes room; without a pin it goes where there is room, until the plan is next made. Pinned where it stands
   * it takes nothing from anything else, so the rest stays as it is: made anew, the plan would spread what is not pinned a little otherwise.
   */
  async move(learner: Person, enrollmentId: string, itemId: string, to: { date: LocalDate; pinned: boolean }): Promise<Plan> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    await this.ground.alone(enrollmentId, async (ground) => {
      const items = withStates(ground.facts.items, ground.facts.logged, ground.today);
      const item = items.find(({ id }) => id === itemId) ?? noSuchItem();
      refuseUnlessMovable(item);
      refuseUnlessPlannable(to.date, ground);
      refuseUnlessTime(item, to, items, ground);
      await moveItem(ground.tx, enrollmentId, itemId, to.date, to.pinned ? { at: ground.now, by: learner.id } : null);
      if (to.pinned && to.date !== item.date)
        await this.maker.makeRoom({ ...ground, facts: { ...ground.facts, items: moved(ground, itemId, to) } }, learner.id, ground.facts);
    });
    return this.plans.read(learner, enrollmentId);
  }

  async unpin(learner: Person, enrollmentId: string, itemId: string): Promise<Plan> {
    await this.enrollments.ownedBy(learner, enrollmentId);
    await this.ground.alone(enrollmentId, async ({ tx, facts }) => {
      if (!facts.items.some(({ id }) => id === itemId)) noSuchItem();
      await unpin(tx, enrollmentId, [itemId]);
    });
    return this.plans.read(learner, enrollmentId);
  }
}

const moved = ({ facts }: Ground, itemId: string, { date }: { date: LocalDate }) =>
  facts.items
    .map((item) => (item.id === itemId ? { ...item, date, pinned: true } : item))
    .sort((a, b) => (a.date === b.date ? a.position - b.position : a.date < b.date ? -1 : 1));

function noSuchItem(): never {
  throw new Problem(notFound, 'There is no such item in this plan. It may have been planned anew: look at the plan again.');
}

function refuseUnlessMovable({ state, date }: PlanItem): void {
  if (state === 'done') throw new Problem(planItemPast, 'It is done, and stays on its day.');
  if (state === 'missed') throw new Problem(planItemPast, `Its day, ${date}, is over. What is left of it is planned again: move that.`, { date });
}

/** What stands there by hand counts; without a pin everything does, for nothing makes room. */
function refuseUnlessTime(
  item: PlanItem,
  { date, pinned }: { date: LocalDate; pinned: boolean },
  items: readonly PlanItem[],
  { facts, enrollment, today }: Ground,
): void {
  const minutes = minutesOn(studyTimeOf(enrollment, today), date);
  const others = items.filter((other) => other.id !== item.id && other.date === date && (other.pinned || !pinned || other.loggedMinutes > 0));
  const logged = date === today ? facts.logged.filter((entry) => entry.date === today).reduce((sum, entry) => sum + entry.minutes, 0) : 0;
  const standing = others.reduce((sum, other) => sum + Math.max(0, other.minutes - other.loggedMinutes), 0);
  const hard = facts.fixedDates.filter((fixed) => fixed.date === date).reduce((sum, fixed) => sum + fixed.minutes, 0);
  const free = Math.max(0, minutes - standing - hard - logged);
  const wanted = Math.max(0, item.minutes - item.loggedMinutes);
  if (minutes === 0) throw new Problem(dayHasNoTime, `${date} is a day without study. Give it some minutes, or choose another day.`, { date, free: 0 });
  if (free < wanted)
    throw new Problem(dayHasNoTime, `It takes ${wanted} minutes, and ${date} has ${free} left. Choose another day, or give it more minutes.`, {
      date,
      free,
      wanted,
    });
}
