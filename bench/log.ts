/** `npm run bench:log`: 'log a study day' over HTTP against the same writes in bare Fastify and pg. */
import { v7 as uuidv7 } from 'uuid';
import { CONNECTIONS, compare, report } from './support/load.js';
import { daysAgo, makeLearners } from './support/learners.js';
import { setStage } from './support/stage.js';

/** Days are many enough that none is full: 1,440 entries of a minute each. */
const DAYS = 300;

const stage = await setStage('log-floor');
try {
  const learners = await makeLearners(stage.daymark, CONNECTIONS);
  let count = 0;
  const next = () => {
    const n = count++;
    const { id, token, enrollmentId, skillIds } = learners[n % learners.length]!;
    const skillId = skillIds[Math.floor(n / learners.length) % skillIds.length];
    const date = daysAgo(Math.floor(n / learners.length) % DAYS);
    const body = { date, minutes: 1, skillId, kind: 'reading', recall: 'good', note: 'Read the chapter on data versions again' };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7(), 'x-learner': id };
    return { method: 'POST' as const, path: `/api/v1/enrollments/${enrollmentId}/study-entries`, headers, body: JSON.stringify(body) };
  };
  report('log', await compare([stage.daymark, next], [stage.floor, next]));
} finally {
  await stage.close();
}
