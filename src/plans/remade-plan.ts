/** A plan made again, as a change that a person can look at: what was before, what is after, and what differs. */
import { v7 as uuidv7 } from 'uuid';
import type { LevelContent } from '../curriculum/level-content.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { unclaimed, withStates, type LoggedMinutes, type StoredItem } from './item-state.js';
import { planDiff, type ItemDiff } from './plan-diff.js';
import type { PlanFacts, StoredPlan } from './plan-facts.statement.js';
import { planFor, type Asked, type NewPlan } from './plan-for.js';
import type { PlanSums } from './proposals/proposals.contract.js';
import { remakeItems, type ItemChanges } from './remake-items.js';

/** A plan as a row has it, and its items from that day on. */
export interface PlanSnapshot {
  plan: Omit<StoredPlan, 'release' | 'releaseId' | 'enrollmentRevision' | 'madeAt' | 'nextDueAt'>;
  items: StoredItem[];
}

export interface RemadePlan {
  plan: NewPlan;
  changes: ItemChanges;
  before: PlanSnapshot | null;
  after: PlanSnapshot;
  diff: ItemDiff[];
}

/** Schedules anew from today and says what that changes. Nothing is stored. */
export function remadePlan(enrollment: OwnEnrollment, level: LevelContent, facts: PlanFacts, today: LocalDate, asked: Asked = {}): RemadePlan {
  const { items, ...plan } = planFor(enrollment, level, facts, plainDate(today), asked);
  const changes = remakeItems(withStates(facts.items, facts.logged, today), items, today, uuidv7, unclaimed(facts.items, facts.logged));
  const before = snapshotOf(facts, today);
  const after = { plan: { ...plan, plannedFrom: today }, items: changes.items };
  return { plan: { ...plan, items }, changes, before, after, diff: before ? planDiff(before.items, after.items) : [] };
}

/** The same plan as a change of another one than stands there now. */
export const against = (remade: RemadePlan, before: PlanSnapshot | null): RemadePlan => ({
  ...remade,
  before,
  diff: before ? planDiff(before.items, remade.after.items) : [],
});

export function snapshotOf({ plan, items }: Pick<PlanFacts, 'plan' | 'items'>, today: LocalDate): PlanSnapshot | null {
  if (!plan) return null;
  const { release: _, releaseId: __, enrollmentRevision: ___, madeAt: ____, nextDueAt: _____, ...kept } = plan;
  return { plan: kept, items: items.filter(({ date }) => date >= today) };
}

export function sumsOf({ plan, items }: PlanSnapshot): PlanSums {
  const { examOn, feasible, neededMinutes, availableMinutes, missingMinutes } = plan;
  const work = items.filter(({ kind }) => kind === 'study' || kind === 'project').map(({ date }) => date);
  const lastWorkOn = work.reduce<string | null>((last, date) => (last === null || date > last ? date : last), null);
  return { examOn, feasible, neededMinutes, availableMinutes, missingMinutes, slackMinutes: Math.max(0, availableMinutes - neededMinutes), lastWorkOn };
}

/** Whether a change is one: kept items alone are the same plan. */
export const changesAnything = ({ diff }: Pick<RemadePlan, 'diff'>): boolean => diff.some(({ change }) => change !== 'kept');

/** A stretch of study that a plan holds: what readiness needs to say where a plan leads, pinned items included. */
export type PlannedStudy = Pick<StoredItem, 'date' | 'kind' | 'skillId' | 'projectId' | 'minutes'>;

/** What of it is still to be done: what was logged for an item already is not counted again. */
export const openStudyOf = ({ items }: PlanSnapshot, logged: readonly LoggedMinutes[], today: LocalDate): PlannedStudy[] =>
  withStates(items, logged, today)
    .map(({ date, kind, skillId, projectId, minutes, loggedMinutes }) => ({ date, kind, skillId, projectId, minutes: minutes - loggedMinutes }))
    .filter(({ minutes }) => minutes > 0);
