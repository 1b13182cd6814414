import type { Statement } from '../platform/database/statements.js';
import type { Computed } from './computed.js';
import { MODEL } from './readiness-model.js';

/**
 * Writes what was computed and its point of the history, all or nothing, however many there are. Two workers may have read at different
 * times: what knows of less never takes the place of what knows of more. An enrollment that is gone meanwhile is left out.
 *
 * Parameters: model, now, then an array of each column.
 */
const save: Statement = {
  name: 'readiness-save',
  text: `
    with computed as (
      select c.*, coalesce(c.entries_until, e.created_at) as covers_until
      from unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::int[], $8::text[], $9::jsonb[], $10::timestamptz[], $11::date[], $12::timestamptz[])
        as c (enrollment_id, state, score, low, high, band, detail, entries_until, computed_for, next_due_at)
      join enrollment e on e.id = c.enrollment_id
      order by c.enrollment_id
    ), saved as (
      insert into readiness as r (enrollment_id, state, score, low, high, band, detail, model, computed_at, covers_until, computed_for, next_due_at)
      select enrollment_id, state, score, low, high, band, detail, $1, $2::timestamptz, covers_until, computed_for, next_due_at from computed
      on conflict (enrollment_id) do update set
        state = excluded.state, score = excluded.score, low = excluded.low, high = excluded.high, band = excluded.band, detail = excluded.detail,
        model = excluded.model, computed_at = excluded.computed_at, covers_until = excluded.covers_until, computed_for = excluded.computed_for,
        next_due_at = excluded.next_due_at
        where r.covers_until <= excluded.covers_until
      returning enrollment_id, computed_for, score, low, high
    )
    insert into readiness_snapshot (enrollment_id, date, score, low, high)
    select enrollment_id, computed_for, score, low, high from saved
    on conflict (enrollment_id, date) do update set score = excluded.score, low = excluded.low, high = excluded.high`,
};

/** The statement with its values. */
export function saveReadiness(all: readonly Computed[], now: string): [Statement, unknown[]] {
  const column = <K extends keyof Computed>(name: K) => all.map((each) => each[name]);
  const columns = [
    ...[column('enrollmentId'), column('state'), column('score'), column('low'), column('high'), column('band')],
    ...[all.map(({ detail }) => JSON.stringify(detail)), column('coversUntil'), column('computedFor'), column('nextDueAt')],
  ];
  return [save, [MODEL, now, ...columns]];
}

/**
 * Enrollments whose learner's day has ended since they were computed, in pages.
 *
 * Parameters: now, due time and id that the page before ended with, limit.
 */
export const dueReadiness: Statement = {
  name: 'readiness-due',
  text: `
    select enrollment_id as id, next_due_at as "nextDueAt" from readiness
    where next_due_at <= $1::timestamptz and (next_due_at, enrollment_id) > ($2::timestamptz, $3::uuid)
    order by next_due_at, enrollment_id limit $4`,
};

/** What the page of one enrollment's readiness shows, as one JSON value. Parameters: enrollment id, a week ago, most points. */
export const readinessPage: Statement = {
  name: 'readiness-page',
  text: `
    select json_build_object(
      'latest', (
        select json_build_object('state', state, 'score', score, 'low', low, 'high', high, 'band', band, 'detail', detail, 'model', model,
          'computedAt', computed_at, 'coversUntil', covers_until)
        from readiness where enrollment_id = $1),
      'scoreAWeekAgo', (select score from readiness_snapshot where enrollment_id = $1 and date <= $2::date order by date desc limit 1),
      'history', (
        select coalesce(json_agg(point order by date), '[]') from (
          select date, score, low, high from readiness_snapshot where enrollment_id = $1 order by date desc limit $3) as point)
    ) as page`,
};
