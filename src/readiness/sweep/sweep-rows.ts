import type { EnrollmentState } from '../../enrollments/enrollment-life.js';
import type { Statement } from '../../platform/database/statements.js';
import { MODEL } from '../score/readiness-model.js';
import type { Seen, Swept } from './swept.js';

/** A row whose day has ended, as it was sent. */
export interface DueRow extends Seen {
  enrollmentId: string;
  version: string;
  levelId: string;
  releaseId: string;
  state: EnrollmentState;
  timeZone: string;
  dayStartMinutes: number;
  nextDueAt: string;
  basis: string;
  model: string;
}

/** Where a page of rows ended. */
export type DuePlace = Pick<DueRow, 'nextDueAt' | 'enrollmentId'>;
export const BEFORE_ALL: DuePlace = { nextDueAt: '-infinity', enrollmentId: '00000000-0000-0000-0000-000000000000' };

/** In the order in which `dueRow` reads them. */
export const DUE_COLUMNS = `r.enrollment_id, r.xmin, r.level_id, r.release_id, r.enrollment_state, r.time_zone, r.day_start_minutes, r.next_due_at,
      r.score, r.low, r.high, r.probability, b.basis, r.model`;

/**
 * Rows of a share whose learner's day has ended since they were computed, in pages. `xmin` changes with every write of a row.
 *
 * Parameters: shard, now, due time and id that the page before ended with, limit.
 */
export const dueRows: Statement = {
  name: 'readiness-due',
  text: `
    select ${DUE_COLUMNS}
    from readiness r join readiness_basis b using (enrollment_id)
    where r.shard = $1 and r.next_due_at <= $2::timestamptz and (r.next_due_at, r.enrollment_id) > ($3::timestamptz, $4::uuid)
    order by r.next_due_at, r.enrollment_id limit $5`,
};

const numberOf = (text: string | null | undefined) => (text === null ? null : Number(text));

export const dueRow = (sent: readonly (string | null)[]): DueRow => ({
  enrollmentId: sent[0]!,
  version: sent[1]!,
  levelId: sent[2]!,
  releaseId: sent[3]!,
  state: sent[4] as EnrollmentState,
  timeZone: sent[5]!,
  dayStartMinutes: Number(sent[6]),
  nextDueAt: sent[7]!,
  score: numberOf(sent[8]),
  low: numberOf(sent[9]),
  high: numberOf(sent[10]),
  probability: numberOf(sent[11]),
  basis: sent[12]!,
  model: sent[13]!,
});

/**
 * Writes what a day made of rows, and a point of the history where it shows. What was computed anew since it was read is left alone, and
 * what is gone. Answers which were written.
 *
 * Parameters: model, now, then an array of each column.
 */
const saveSwept: Statement = {
  name: 'readiness-swept',
  text: `
    with swept as (
      select * from unnest($3::uuid[], $4::xid[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[], $10::real[], $11::real[], $12::real[],
          $13::date[], $14::timestamptz[], $15::boolean[], $16::text[])
        as s (enrollment_id, version, state, score, low, high, band, probability, probability_low, probability_high,
          computed_for, next_due_at, is_new_point, parts)
    ), saved as (
      update readiness r set
        state = s.state, score = s.score, low = s.low, high = s.high, band = s.band,
        probability = s.probability, probability_low = s.probability_low, probability_high = s.probability_high,
        model = $1, computed_at = $2::timestamptz, computed_for = s.computed_for, next_due_at = s.next_due_at
      from swept s where r.enrollment_id = s.enrollment_id and r.xmin = s.version
      returning r.enrollment_id, r.release_id, s.is_new_point, s.parts, s.computed_for, s.score, s.low, s.high, s.probability, s.probability_low, s.probability_high
    ), pointed as (
      insert into readiness_snapshot (enrollment_id, date, score, low, high, probability, probability_low, probability_high, release_id, parts, model)
      select enrollment_id, computed_for, score, low, high, probability, probability_low, probability_high, release_id, parts::smallint[], $1
      from saved where is_new_point
      on conflict (enrollment_id, date) do update set
        score = excluded.score, low = excluded.low, high = excluded.high, probability = excluded.probability,
        probability_low = excluded.probability_low, probability_high = excluded.probability_high,
        release_id = excluded.release_id, parts = excluded.parts, model = excluded.model
    )
    select enrollment_id from saved`,
};

/** The statement with its values. */
export function saveOf(all: readonly Swept[], now: string): [Statement, unknown[]] {
  const column = (valueOf: (swept: Swept) => string | number | boolean | null) => arrayOf(all, valueOf);
  return [
    saveSwept,
    [
      MODEL,
      now,
      column(({ enrollmentId }) => enrollmentId),
      column(({ version }) => version),
      column(({ state }) => state),
      column(({ score }) => score),
      column(({ low }) => low),
      column(({ high }) => high),
      column(({ band }) => band),
      column(({ probability }) => probability),
      column(({ probabilityLow }) => probabilityLow),
      column(({ probabilityHigh }) => probabilityHigh),
      column(({ computedFor }) => computedFor),
      column(({ nextDueAt }) => nextDueAt),
      column(({ isNewPoint }) => isNewPoint),
      column(({ parts }) => parts && `"{${parts.join(',')}}"`),
    ],
  ];
}

/** An array as PostgreSQL reads it; the driver would look into each value for what needs quotes, and nothing of ours does. */
function arrayOf(all: readonly Swept[], valueOf: (swept: Swept) => string | number | boolean | null): string {
  let text = '{';
  for (const swept of all) text += `${text.length > 1 ? ',' : ''}${valueOf(swept) ?? 'NULL'}`;
  return `${text}}`;
}
