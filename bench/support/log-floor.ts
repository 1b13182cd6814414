/** The floor of 'log a study day': the same four writes (entry, day, skill, mark) in one named statement, without a question asked. */
import { v7 as uuidv7 } from 'uuid';
import type { Statement } from '../../src/platform/database/statements.js';
import { markSql } from '../../src/platform/worklist/worklist.js';
import { serveFloor } from './floor.js';

interface Study {
  date: string;
  minutes: number;
  skillId: string;
  kind: string;
  recall: string;
  note: string;
}

/** Parameters: entry id, enrollment id, date, minutes, note, now, skill id, kind, recall. */
const bareWrites: Statement = {
  name: 'bare-writes',
  text: `
    with day as (
      insert into study_day as d (enrollment_id, date, minutes, entries) values ($2::uuid, $3::date, $4::int, 1)
      on conflict (enrollment_id, date) do update set minutes = d.minutes + excluded.minutes, entries = d.entries + 1
      returning enrollment_id, minutes, entries
    ), of_skill as (
      insert into skill_progress as s (enrollment_id, skill_id, minutes, entries, last_on, changes, stale_from)
      values ($2::uuid, $7::uuid, $4::int, 1, $3::date, 1, $3::date)
      on conflict (enrollment_id, skill_id) do update set minutes = s.minutes + excluded.minutes, entries = s.entries + 1,
        last_on = greatest(s.last_on, excluded.last_on), changes = s.changes + 1, stale_from = least(s.stale_from, excluded.stale_from)
    ), entry as (
      insert into study_entry (id, enrollment_id, date, time_zone, minutes, skill_id, kind, recall, source, note, logged_on, logged_at, changed_at)
      values ($1::uuid, $2::uuid, $3::date, 'UTC', $4::int, $7::uuid, $8, $9, 'api', $5, $3::date, $6::timestamptz, $6::timestamptz)
      returning *
    ), marked as (
      ${markSql('readiness', 'day.enrollment_id', '$6', 'from day')}
    )
    select entry.*, day.minutes as day_minutes, day.entries as day_entries from entry, day`,
};

await serveFloor((http, pool) => {
  http.post<{ Params: { enrollmentId: string }; Body: Study }>('/api/v1/enrollments/:enrollmentId/study-entries', async ({ params, body, headers }, reply) => {
    const id = String(headers['idempotency-key'] ?? uuidv7());
    const values = [id, params.enrollmentId, body.date, body.minutes, body.note, new Date(), body.skillId, body.kind, body.recall];
    const { rows } = await pool.query({ ...bareWrites, values });
    return reply.status(201).send(rows[0]);
  });
});
