import type { EntityManager } from 'typeorm';
import { nextDueAt, type Turning } from './next-due.js';

/** What enrollments turn over from; `$1` are their ids. */
const TURNING = `
  select e.id, e.state, a.time_zone as "timeZone", a.day_start_minutes as "dayStartMinutes",
    (select p.until_on from pause p where p.enrollment_id = e.id and p.ended_at is null) as "untilOn",
    (select o.valid_until from outcome o where o.enrollment_id = e.id and o.result = 'passed' order by o.taken_on desc, o.recorded_at desc limit 1)
      as "certificateUntil"
  from enrollment e join account a on a.id = e.learner_id where e.id = any($1::uuid[])`;

export const turningOf = (tx: EntityManager, ids: readonly string[]): Promise<(Turning & { id: string })[]> => tx.query(TURNING, [ids]);

/** Works out again when each is turned over by itself: after a change of its state, or of when its learner's days begin. */
export async function setDue(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const turning = await turningOf(tx, ids);
  await tx.query(
    `update enrollment e set next_due_at = given.due_at from unnest($1::uuid[], $2::timestamptz[]) as given (id, due_at)
     where e.id = given.id and e.next_due_at is distinct from given.due_at`,
    [turning.map(({ id }) => id), turning.map((each) => nextDueAt(each)?.toString() ?? null)],
  );
}
