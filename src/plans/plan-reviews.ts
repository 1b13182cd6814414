import { Temporal } from 'temporal-polyfill';
import type { OpenDay } from './plan-input.js';
import type { Session } from './place-work.js';

const REVIEW_MINUTES = 15;
/** Days after a skill was last studied on which it is reviewed, or on the next day with room. */
const REVIEW_AFTER_DAYS = [3, 10];
const PRACTICE_MINUTES = 60;
/** The practice exam lies within so many days of the exam. */
const PRACTICE_WITHIN_DAYS = 10;

export interface Extra {
  date: Temporal.PlainDate;
  kind: 'review' | 'practice';
  skillId: string | null;
  title: string;
  minutes: number;
}

/**
 * What fills the time that new work leaves: one practice exam near the end, then short reviews of each skill some days after it was
 * last studied. Nothing here is needed for the plan to be whole; where there is no room it is left out.
 */
export function placeExtras(days: readonly OpenDay[], sessions: readonly Session[], examOn: Temporal.PlainDate): Extra[] {
  const room = new Map(days.map(({ date, minutes }) => [date.toString(), minutes]));
  const take = (date: Temporal.PlainDate, minutes: number) => room.set(date.toString(), (room.get(date.toString()) ?? 0) - minutes);
  for (const { date, minutes } of sessions) take(date, minutes);
  const extras: Extra[] = [];
  const add = (day: OpenDay | undefined, extra: Omit<Extra, 'date'>) => {
    if (!day) return;
    take(day.date, extra.minutes);
    extras.push({ date: day.date, ...extra });
  };
  const hasRoom = ({ date }: OpenDay, minutes: number) => (room.get(date.toString()) ?? 0) >= minutes;

  const last = sessions.at(-1)?.date;
  const near = examOn.subtract({ days: PRACTICE_WITHIN_DAYS });
  const isNear = ({ date }: OpenDay) => Temporal.PlainDate.compare(date, near) >= 0 && (!last || Temporal.PlainDate.compare(date, last) >= 0);
  add(
    days.find((day) => isNear(day) && hasRoom(day, PRACTICE_MINUTES)),
    { kind: 'practice', skillId: null, title: 'Practice exam', minutes: PRACTICE_MINUTES },
  );

  for (const [skillId, { title, date }] of lastStudied(sessions)) {
    for (const after of REVIEW_AFTER_DAYS) {
      const from = date.add({ days: after });
      const day = days.find((each) => Temporal.PlainDate.compare(each.date, from) >= 0 && hasRoom(each, REVIEW_MINUTES));
      add(day, { kind: 'review', skillId, title: `Review: ${title}`, minutes: REVIEW_MINUTES });
    }
  }
  return extras;
}

function lastStudied(sessions: readonly Session[]): Map<string, { title: string; date: Temporal.PlainDate }> {
  const skills = sessions.filter(({ work }) => work.kind === 'study');
  return new Map(skills.map(({ work, date }) => [work.id, { title: work.title, date }]));
}
