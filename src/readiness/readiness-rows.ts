import { READERS } from '../enrollments/readers/readers.sql.js';
import type { Statement } from '../platform/database/statements.js';
import type { Computed } from './computed.js';
import { EARLIEST_MODEL } from './readiness-snapshot.entity.js';
import { MODEL } from './score/readiness-model.js';
import { shardSql } from './sweep/readiness-shard.entity.js';

/** A row that is there keeps its share; only a new one takes a place. */
const shard = `case when exists (select from readiness known where known.enrollment_id = computed.enrollment_id)
          then 0 else ${shardSql("nextval('readiness_place')")} end`;

/**
 * Writes what was computed and its point of the history, all or nothing, however many there are. Two workers may have read at different
 * times: what knows of less never takes the place of what knows of more. An enrollment that is gone meanwhile is left out. A point that
 * shows nothing new is not written.
 *
 * Parameters: model, now, then an array of each column.
 */
const save: Statement = {
  name: 'readiness-save',
  text: `
    with computed as (
      select c.*, coalesce(c.entries_until, e.created_at) as covers_until
      from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::int[], $9::int[], $10::text[], $11::bytea[],
          $12::real[], $13::real[], $14::real[], $15::text[], $16::timestamptz[], $17::date[], $18::timestamptz[], $19::text[], $20::text[], $21::int[])
        as c (enrollment_id, level_id, release_id, state, score, low, high, band, basis,
          probability, probability_low, probability_high, parts, entries_until, computed_for, next_due_at, enrollment_state, time_zone, day_start_minutes)
      -- Who was moved or changed meanwhile is marked again; an old state must not outlive it.
      join enrollment e on e.id = c.enrollment_id and e.state = c.enrollment_state and e.release_id = c.release_id
      order by c.enrollment_id
    ), saved as (
      insert into readiness as r (enrollment_id, level_id, release_id, state, score, low, high, band,
        probability, probability_low, probability_high, model, computed_at, covers_until, computed_for, next_due_at,
        enrollment_state, time_zone, day_start_minutes, shard)
      select enrollment_id, level_id, release_id, state, score, low, high, band,
        probability, probability_low, probability_high, $1, $2::timestamptz, covers_until, computed_for, next_due_at,
        enrollment_state, time_zone, day_start_minutes, ${shard} from computed
      on conflict (enrollment_id) do update set
        level_id = excluded.level_id, release_id = excluded.release_id, state = excluded.state, score = excluded.score, low = excluded.low,
        high = excluded.high, band = excluded.band, probability = excluded.probability,
        probability_low = excluded.probability_low, probability_high = excluded.probability_high, model = excluded.model,
        computed_at = excluded.computed_at, covers_until = excluded.covers_until, computed_for = excluded.computed_for, next_due_at = excluded.next_due_at,
        enrollment_state = excluded.enrollment_state, time_zone = excluded.time_zone, day_start_minutes = excluded.day_start_minutes
        where r.covers_until <= excluded.covers_until
      returning enrollment_id
    ), based as (
      insert into readiness_basis as b (enrollment_id, basis) select c.enrollment_id, c.basis from saved join computed c using (enrollment_id)
      on conflict (enrollment_id) do update set basis = excluded.basis where b.basis <> excluded.basis
    )
    insert into readiness_snapshot as s (enrollment_id, date, score, low, high, probability, probability_low, probability_high, release_id, parts, model)
    select c.enrollment_id, c.computed_for, c.score, c.low, c.high, c.probability, c.probability_low, c.probability_high, c.release_id, c.parts::smallint[], $1
    from saved join computed c using (enrollment_id)
    left join lateral (
      select p.score, p.low, p.high, p.probability, coalesce(p.model, '${EARLIEST_MODEL}') as model from readiness_snapshot p
      where p.enrollment_id = c.enrollment_id and p.date < c.computed_for order by p.date desc limit 1
    ) before on true
    where exists (select from readiness_snapshot p where p.enrollment_id = c.enrollment_id and p.date = c.computed_for)
      or (before.score, before.low, before.high, round((before.probability * 100)::numeric))
        is distinct from (c.score, c.low, c.high, round((c.probability * 100)::numeric))
      -- The first point of a new model shows what the model changed.
      or before.model <> $1
    on conflict (enrollment_id, date) do update set
      score = excluded.score, low = excluded.low, high = excluded.high, probability = excluded.probability,
      probability_low = excluded.probability_low, probability_high = excluded.probability_high,
      release_id = excluded.release_id, parts = excluded.parts, model = excluded.model`,
};

/** The statement with its values. */
export function saveReadiness(all: readonly Computed[], now: string): [Statement, unknown[]] {
  const column = <K extends keyof Computed>(name: K) => all.map((each) => each[name]);
  const columns = [
    ...[column('enrollmentId'), column('levelId'), column('releaseId'), column('state'), column('score'), column('low'), column('high'), column('band')],
    ...[column('basis'), column('probability'), column('probabilityLow'), column('probabilityHigh')],
    // An array of arrays would have to be a matrix.
    all.map(({ parts }) => (parts === null ? null : `{${parts.join(',')}}`)),
    ...[column('coversUntil'), column('computedFor'), column('nextDueAt'), column('enrollmentState'), column('timeZone'), column('dayStartMinutes')],
  ];
  return [save, [MODEL, now, ...columns]];
}

/** Of an enrollment that is the first parameter. */
export const HAS_MENTOR = `exists (select from ${READERS} reader where enrollment_id = $1)`;

/** What the page of one enrollment's readiness shows, as one JSON value. Parameters: enrollment id, a week ago, most points, who asks. */
export const readinessPage: Statement = {
  name: 'readiness-page',
  text: `
    select json_build_object(
      'latest', (
        select json_build_object('levelId', level_id, 'releaseId', release_id, 'state', state, 'score', score, 'low', low, 'high', high, 'band', band,
          'probability', probability, 'probabilityLow', probability_low, 'probabilityHigh', probability_high,
          'basis', encode(basis, 'base64'), 'hasMentor', ${HAS_MENTOR}, 'computedFor', computed_for, 'model', model, 'computedAt', computed_at, 'coversUntil', covers_until)
        from readiness join readiness_basis using (enrollment_id) where enrollment_id = $1),
      'aWeekAgo', (
        select json_build_object('date', date, 'score', score, 'releaseId', release_id, 'parts', parts)
        from readiness_snapshot where enrollment_id = $1 and date <= $2::date order by date desc limit 1),
      -- Only for the learner, and once: the last score before the first of the model in use.
      'modelChange', (
        select json_build_object('model', r.model, 'from', earlier.score, 'to', first.score, 'date', first.date)
        from readiness r join enrollment e on e.id = r.enrollment_id and e.learner_id = $4
        cross join lateral (
          select p.date, p.score from readiness_snapshot p
          where p.enrollment_id = $1 and coalesce(p.model, '${EARLIEST_MODEL}') = r.model order by p.date limit 1) as first
        cross join lateral (
          select p.score from readiness_snapshot p where p.enrollment_id = $1 and p.date < first.date order by p.date desc limit 1) as earlier
        where r.enrollment_id = $1 and earlier.score <> first.score
          and not exists (select from model_change_dismissal d where d.enrollment_id = $1 and d.model = r.model)),
      'history', (
        select coalesce(json_agg(point order by date), '[]') from (
          -- A chance without its range, from before ranges were kept, is not shown.
          select date, score, low, high, case when probability_low is not null then probability end as probability,
            probability_low as "probabilityLow", probability_high as "probabilityHigh"
          from readiness_snapshot where enrollment_id = $1 order by date desc limit $3) as point)
    ) as page`,
};

/** Exams of enrollments, oldest first. Parameters: enrollment ids. */
export const attempts: Statement = {
  name: 'readiness-attempts',
  text: `
    select enrollment_id as "enrollmentId", json_agg(json_build_object('id', id, 'takenOn', taken_on, 'result', result) order by taken_on) as attempts
    from outcome where enrollment_id = any($1::uuid[]) group by enrollment_id`,
};

/** What an enrollment's answers are worked out from. Parameters: enrollment id. */
export const storedBasis: Statement = {
  name: 'readiness-basis',
  text: `
    select level_id as "levelId", release_id as "releaseId", state, basis, probability, probability_low as low, probability_high as high
    from readiness join readiness_basis using (enrollment_id) where enrollment_id = $1`,
};
