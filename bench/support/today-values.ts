import { Temporal } from 'temporal-polyfill';
import { DAYS_BACK } from '../../src/today/today.statement.js';

/** What Today's statement is asked with, for a learner in UTC. */
export function todayValues(enrollmentId: string, learnerId: string): readonly string[] {
  const today = Temporal.Now.plainDateISO('UTC');
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const dates = [today, monday, monday.add({ days: 6 }), today.subtract({ days: DAYS_BACK }), today.subtract({ days: 7 })];
  return [enrollmentId, ...dates.map(String), learnerId];
}
