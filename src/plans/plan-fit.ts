import type { LevelContent } from '../curriculum/level-content.js';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { StoredPlan } from './plan-facts.statement.js';
import type { PlanItem } from './plans.contract.js';

type MadeFor = Pick<StoredPlan, 'enrollmentRevision' | 'releaseId' | 'nextDueAt'>;
type Wanted = Pick<OwnEnrollment, 'revision' | 'releaseId'>;

/** Whether a plan was made for the enrollment as it stands: its exam date, availability and release. */
export const isMadeFor = (plan: Omit<MadeFor, 'nextDueAt'>, { revision, releaseId }: Wanted): boolean =>
  plan.enrollmentRevision === revision && plan.releaseId === releaseId;

/** Whether a plan can be shown without another look at it: nothing changed, and it was looked at since the learner's day began, if that matters. */
export const isFresh = (plan: MadeFor | null, enrollment: Wanted, nowMs: number): boolean =>
  plan !== null && isMadeFor(plan, enrollment) && (plan.nextDueAt === null || Date.parse(plan.nextDueAt) > nowMs);

/** Minutes still to be done of each skill and unfinished project that is not left out, where any are. */
export function remainingMinutes(
  level: Pick<LevelContent, 'skills' | 'projects'>,
  done: Readonly<Record<string, number>>,
  finishedProjectIds: readonly string[],
  leftOutIds: readonly string[],
): Map<string, number> {
  const all = [...level.skills, ...level.projects.filter(({ id }) => !finishedProjectIds.includes(id))];
  const parts = all.filter(({ id }) => !leftOutIds.includes(id));
  return new Map(parts.map(({ id, effortMinutes }) => [id, effortMinutes - (done[id] ?? 0)] as const).filter(([, minutes]) => minutes > 0));
}

/**
 * Whether a plan that was made for the enrollment as it stands is out of step with what happened: something since was missed, less is
 * planned than is left (an entry was deleted, a project reopened), or work is planned for a project that is finished. A plan whose time
 * is too short is out of step only with what was missed, since it holds less than is left from the start.
 */
export function isOutOfStep(
  plan: Pick<StoredPlan, 'plannedFrom' | 'feasible'>,
  items: readonly PlanItem[],
  remaining: ReadonlyMap<string, number>,
  finishedProjectIds: readonly string[],
  today: LocalDate,
): boolean {
  if (items.some(({ state, date }) => state === 'missed' && date >= plan.plannedFrom)) return true;
  const open = items.filter(({ state, kind }) => state === 'open' && (kind === 'study' || kind === 'project'));
  if (open.some(({ projectId }) => projectId !== null && finishedProjectIds.includes(projectId))) return true;
  if (!plan.feasible) return false;
  const planned = new Map<string, number>();
  for (const { skillId, projectId, date, minutes, loggedMinutes } of open) {
    const id = skillId ?? projectId ?? '';
    if (date >= today) planned.set(id, (planned.get(id) ?? 0) + minutes - loggedMinutes);
  }
  return [...remaining].some(([id, minutes]) => minutes > (planned.get(id) ?? 0));
}
