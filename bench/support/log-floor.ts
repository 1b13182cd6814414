/** The floor of 'log a study day': the same three writes (entry, day, mark) in one named statement, without a question asked. */
import { v7 as uuidv7 } from 'uuid';
import type { Statement } from '../../src/platform/database/statements.js';
import { markSql } from '../../src/platform/worklist/worklist.js';
import { serveFloor } from './floor.js';

interface Study {
  date: string;
  minutes: number;
  note: string;
}

/** Parameters: entry id, enrollment id, date, minutes, note, now. */
const bareWrites: Statement = {
  name: 'bare-writes',
  text: `
    with day as (
      insert into study_day as d (enrollment_id, date, minutes, entries) values ($2::uuid, $3::date, $4::int, 1)
      on conflict (enrollment_id, date) do update set minutes = d.minutes + excluded.minutes, entries = d.entries + 1
      returning enrollment_id, minutes, entries
    ), entry as (
      insert into study_entry (id, enrollment_id, date, time_zone, minutes, note, logged_at, changed_at)
      values ($1::uuid, $2::uuid, $3::date, 'UTC', $4::int, $5, $6::timestamptz, $6::timestamptz)
      returning *
    ), marked as (
      ${markSql('readiness', 'day.enrollment_id', '$6', 'from day')}
    )
    select entry.*, day.minutes as day_minutes, day.entries as day_entries from entry, day`,
};

await serveFloor((http, pool) => {
  http.post<{ Params: { enrollmentId: string }; Body: Study }>('/api/v1/enrollments/:enrollmentId/study-entries', async ({ params, body, headers }, reply) => {
    const id = String(headers['idempotency-key'] ?? uuidv7());
    const { rows } = await pool.query({ ...bareWrites, values: [id, params.enrollmentId, body.date, body.minutes, body.note, new Date()] });
    return reply.status(201).send(rows[0]);
  });
});
