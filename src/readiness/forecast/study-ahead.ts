/** What will be studied, day by day, if it goes on in a certain way. */
import type { Ahead } from './walk.js';

/** Nobody studies for less at a time. */
const LEAST_SESSION_MINUTES = 20;

/**
 * The next work of a queue, at so many minutes a day on average, in sessions of at least 20 minutes; when the queue is done, reviews of
 * the skills in turn. Nothing is done at a pace of none.
 *
 * @param queue in order, with the minutes that are left of each
 * @param reviews ids of skills in the order in which they are reviewed
 */
export function atPace(queue: readonly Omit<Ahead, 'day'>[], reviews: readonly string[], minutesADay: number, from: number, until: number): Ahead[] {
  if (minutesADay <= 0) return [];
  const ahead: Ahead[] = [];
  const left = queue.map((item) => ({ ...item }));
  let [spare, turn] = [0, 0];
  for (let day = from; day <= until; day++) {
    spare += minutesADay;
    while (spare >= LEAST_SESSION_MINUTES) {
      const [item] = left;
      const skillId = reviews[turn % Math.max(1, reviews.length)];
      if (!item && skillId === undefined) return ahead;
      const minutes = Math.round(item ? Math.min(spare, item.minutes) : spare);
      ahead.push({ day, skillId: item ? item.skillId : skillId!, projectId: item?.projectId ?? null, minutes });
      spare -= minutes;
      if (!item) turn++;
      else if ((item.minutes -= minutes) < 1) left.shift();
    }
  }
  return ahead;
}
