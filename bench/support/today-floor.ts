/** The floor of Today: the very statement of the product, answered as the JSON it gives. */
import { todayRows } from '../../src/today/today.statement.js';
import { serveFloor } from './floor.js';
import { todayValues } from './today-values.js';

await serveFloor((http, pool) => {
  http.get<{ Params: { enrollmentId: string } }>('/api/v1/enrollments/:enrollmentId/today', async ({ params, headers }) => {
    const { rows } = await pool.query({ ...todayRows, values: [...todayValues(params.enrollmentId, String(headers['x-learner']))] });
    return rows[0] as object;
  });
});
