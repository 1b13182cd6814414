/** The floor of the daily sweep: the same rows read and written in the same shares and batches by SQL alone, without anything worked out. */
import type { Client } from 'pg';
import { SHARDS } from '../../src/readiness/sweep/readiness-shard.entity.js';
import { SKILLS } from './readiness-school.js';

const BATCH = 400;

/** Reads all that the sweep reads, and writes all that it writes. Parameters: shard, now, place in the order, share of rows that are new points, the same of each. */
const oneBatch = `
  with due as materialized (
    select r.enrollment_id, r.next_due_at, r.release_id, r.state, r.score, r.low, r.high, r.band, r.probability, r.probability_low, r.probability_high, b.basis
    from readiness r join readiness_basis b using (enrollment_id)
    where r.shard = $1 and r.next_due_at <= $2::timestamptz and (r.next_due_at, r.enrollment_id) > ($3::timestamptz, $4::uuid)
    order by r.next_due_at, r.enrollment_id limit ${BATCH}
  ), saved as (
    update readiness r set
      state = d.state, score = d.score, low = d.low, high = d.high, band = d.band,
      probability = d.probability, probability_low = d.probability_low, probability_high = d.probability_high,
      computed_at = $2::timestamptz, computed_for = $2::timestamptz::date, next_due_at = d.next_due_at + interval '1 day'
    from due d where r.enrollment_id = d.enrollment_id
    returning r.enrollment_id, r.release_id, r.computed_for, r.score, r.low, r.high, r.probability, r.probability_low, r.probability_high
  ), pointed as (
    insert into readiness_snapshot (enrollment_id, date, score, low, high, probability, probability_low, probability_high, release_id, parts)
    select enrollment_id, computed_for, score, low, high, probability, probability_low, probability_high, release_id, array_fill(37::smallint, array[${SKILLS + 1}])
    from saved where get_byte(uuid_send(enrollment_id), 14) < 256 * $5::real
    on conflict (enrollment_id, date) do update set score = excluded.score
  )
  select count(*)::int as count, max(next_due_at)::text as "nextDueAt", sum(length(basis)) as bytes,
    (array_agg(enrollment_id order by next_due_at desc, enrollment_id desc))[1] as id
  from due`;

/** Seconds that it takes. */
export async function sweepBySql(client: Client, now: string, newPoints: number): Promise<number> {
  const from = performance.now();
  for (let shard = 0; shard < SHARDS; shard++) {
    for (let place = { nextDueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }; ;) {
      const values = [shard, now, place.nextDueAt, place.id, newPoints];
      const { rows } = await client.query<{ count: number; nextDueAt: string; id: string }>({ name: 'floor', text: oneBatch, values });
      if (rows[0]!.count < BATCH) break;
      place = rows[0]!;
    }
  }
  return (performance.now() - from) / 1_000;
}
