/** What was done counts on the device at once, before the server knows of it. Pure. */
import type { PlanItem } from '@server/plans/plans.contract';
import type { Today } from '@server/today/today.contract';
import type { KeptStudy } from './outbox-entry';

/** Study of an enrollment that waits; what the server refused did not happen as far as the plan knows. */
const waitingOf = (enrollmentId: string, outbox: readonly KeptStudy[]) =>
  outbox.filter((entry) => entry.enrollmentId === enrollmentId && entry.refusal === null).map(({ study }) => study);

type Item = Pick<PlanItem, 'id' | 'date' | 'skillId' | 'projectId' | 'minutes' | 'loggedMinutes' | 'state'>;
const subjectOf = ({ date, skillId, projectId }: { date: string; skillId?: string | null | undefined; projectId?: string | null | undefined }): string =>
  `${date} ${skillId ?? projectId ?? 'level'}`;

/**
 * Plan items with the minutes that wait for them, shared out as on the server: an entry counts for the item it names; what names none goes to
 * the open items of its day and of the same skill or project, in order. An item is done once it has its minutes.
 */
export function itemsWithWaiting<Planned extends Item>(items: readonly Planned[], enrollmentId: string, outbox: readonly KeptStudy[]): Planned[] {
  const [named, free] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, key: string, minutes: number) => to.set(key, (to.get(key) ?? 0) + minutes);
  for (const study of waitingOf(enrollmentId, outbox)) {
    if (study.planItemId && items.some(({ id }) => id === study.planItemId)) add(named, study.planItemId, study.minutes);
    else add(free, subjectOf(study), study.minutes);
  }
  return items.map((item) => {
    const own = named.get(item.id) ?? 0;
    const subject = subjectOf(item);
    const taken = Math.min(free.get(subject) ?? 0, Math.max(0, item.minutes - item.loggedMinutes - own));
    if (own + taken === 0) return item;
    add(free, subject, -taken);
    const loggedMinutes = item.loggedMinutes + own + taken;
    return { ...item, loggedMinutes, state: loggedMinutes >= item.minutes ? 'done' : item.state };
  });
}

/** The Today page with what waits: items, minutes of the day and of the week, and yesterday, which is no longer forgotten. */
export function todayWithWaiting(page: Today, outbox: readonly KeptStudy[]): Today {
  const waiting = waitingOf(page.enrollmentId, outbox);
  if (waiting.length === 0) return page;
  const minutesOn = (date: string) => waiting.reduce((sum, study) => sum + (study.date === date ? study.minutes : 0), 0);
  return {
    ...page,
    items: itemsWithWaiting(page.items, page.enrollmentId, outbox),
    loggedMinutes: page.loggedMinutes + minutesOn(page.date),
    week: page.week.map((day) => ({ ...day, loggedMinutes: day.loggedMinutes + minutesOn(day.date) })),
    forgotten: page.forgotten && minutesOn(page.forgotten.date) === 0 ? page.forgotten : null,
  };
}
