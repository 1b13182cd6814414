import { Temporal } from 'temporal-polyfill';
import type { OpenDay, PlanInput } from './plan-input.js';
import type { Session } from './place-work.js';

const REVIEW_MINUTES = 15;
/** Days after a skill was last studied on which it is reviewed, or on the next day with room. */
const REVIEW_AFTER_DAYS = [3, 10];
/** Between two reviews of a skill that should both have been already. */
const REVIEWS_APART_DAYS = 7;
/** A practice exam takes what its day has to give, within these. */
const PRACTICE_MINUTES = { least: 30, most: 60 };
/** The practice exam lies within so many days of the exam. */
const PRACTICE_WITHIN_DAYS = 10;

export interface Extra {
  date: Temporal.PlainDate;
  kind: 'review' | 'practice';
  skillId: string | null;
  title: string;
  minutes: number;
}

type Reviewed = Pick<PlanInput, 'skills' | 'lastStudiedOn' | 'today' | 'examOn'>;

/**
 * What fills the time that new work leaves: one practice exam near the end, then short reviews of each skill some days after it was
 * last studied, the one that waits longest first. Nothing here is needed for the plan to be whole; where there is no room it is left out.
 */
export function placeExtras(days: readonly OpenDay[], sessions: readonly Session[], input: Reviewed): Extra[] {
  const free = new FreeMinutes(days, sessions);
  return [...practiceExam(days, sessions, input.examOn, free), ...reviews(days, sessions, input, free)];
}

function practiceExam(days: readonly OpenDay[], sessions: readonly Session[], examOn: Temporal.PlainDate, free: FreeMinutes): Extra[] {
  const last = sessions.at(-1)?.date;
  const near = examOn.subtract({ days: PRACTICE_WITHIN_DAYS });
  const candidates = days.filter(({ date }) => isFrom(date, near) && (!last || isFrom(date, last)) && free.on(date) >= PRACTICE_MINUTES.least);
  const day = candidates.find(({ date }) => free.on(date) >= PRACTICE_MINUTES.most) ?? candidates[0];
  if (!day) return [];
  const minutes = Math.min(PRACTICE_MINUTES.most, free.on(day.date));
  free.take(day.date, minutes);
  return [{ date: day.date, kind: 'practice', skillId: null, title: 'Practice exam', minutes }];
}

function reviews(days: readonly OpenDay[], sessions: readonly Session[], input: Reviewed, free: FreeMinutes): Extra[] {
  const studied = lastStudied(sessions, input);
  const before = new Map<string, Temporal.PlainDate>();
  const extras: Extra[] = [];
  for (const after of REVIEW_AFTER_DAYS) {
    for (const { id, title, date } of studied) {
      const apart = before.get(id)?.add({ days: REVIEWS_APART_DAYS }) ?? input.today;
      const due = latest(date.add({ days: after }), apart);
      const day = days.find((each) => isFrom(each.date, due) && free.on(each.date) >= REVIEW_MINUTES);
      if (!day) continue;
      free.take(day.date, REVIEW_MINUTES);
      before.set(id, day.date);
      extras.push({ date: day.date, kind: 'review', skillId: id, title: `Review: ${title}`, minutes: REVIEW_MINUTES });
    }
  }
  return extras;
}

/** When each skill is last studied: by the plan, else as it was logged. The earliest first; a skill nobody has begun has nothing to review. */
function lastStudied(sessions: readonly Session[], { skills, lastStudiedOn = {} }: Reviewed): { id: string; title: string; date: Temporal.PlainDate }[] {
  const planned = new Map(sessions.filter(({ work }) => work.kind === 'study').map(({ work, date }) => [work.id, date]));
  return skills
    .flatMap(({ id, title }) => {
      const date = planned.get(id) ?? lastStudiedOn[id];
      return date ? [{ id, title, date }] : [];
    })
    .sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

/** What the days have left beside their sessions. */
class FreeMinutes {
  private readonly minutes: Map<string, number>;

  constructor(days: readonly OpenDay[], sessions: readonly Session[]) {
    this.minutes = new Map(days.map(({ date, minutes }) => [date.toString(), minutes]));
    for (const { date, minutes } of sessions) this.take(date, minutes);
  }

  on(date: Temporal.PlainDate): number {
    return this.minutes.get(date.toString()) ?? 0;
  }

  take(date: Temporal.PlainDate, minutes: number): void {
    this.minutes.set(date.toString(), this.on(date) - minutes);
  }
}

const isFrom = (date: Temporal.PlainDate, from: Temporal.PlainDate) => Temporal.PlainDate.compare(date, from) >= 0;
const latest = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isFrom(one, other) ? one : other);
