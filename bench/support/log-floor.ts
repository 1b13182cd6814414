/** The floor of 'log a study day': the very statement of the product, which does the same work in the database, and nothing around it. */
import { v7 as uuidv7 } from 'uuid';
import { addStudy } from '../../src/progress/add-study.statement.js';
import { serveFloor } from './floor.js';

interface Study {
  date: string;
  minutes: number;
  note: string;
}

await serveFloor((http, pool) => {
  http.post<{ Params: { enrollmentId: string }; Body: Study }>('/api/v1/enrollments/:enrollmentId/study-entries', async ({ params, body, headers }, reply) => {
    const id = String(headers['idempotency-key'] ?? uuidv7());
    const now = new Date();
    const learner = String(headers['x-learner']);
    const values = [id, params.enrollmentId, body.date, body.minutes, null, null, null, body.note, 'UTC', now, learner, now.toISOString().slice(0, 10)];
    const { rows } = await pool.query({ ...addStudy, values });
    return reply.status(201).send(rows[0]);
  });
});
