/** `npm run bench:today`: the Today page's data of a learner with 60 days of history, against its statement in bare Fastify and pg. */
import { logStudy } from '../src/progress/progress.contract.js';
import { ask, daysAgo, makeLearners } from './support/learners.js';
import { compare, report } from './support/load.js';
import { setStage } from './support/stage.js';

const HISTORY_DAYS = 60;

const stage = await setStage('today-floor');
try {
  const [learner] = await makeLearners(stage.daymark, 1);
  if (!learner) throw new Error('no learner was made');
  const { id, token, enrollmentId, skillIds } = learner;
  for (let day = HISTORY_DAYS; day > 0; day--) {
    const body = { date: daysAgo(day), minutes: 30 + (day % 3) * 15, skillId: skillIds[day % skillIds.length] ?? null, note: 'Went well' };
    await ask(stage.daymark, logStudy, { params: { enrollmentId }, body }, token);
  }
  const next = () => ({
    method: 'GET' as const,
    path: `/api/v1/enrollments/${enrollmentId}/today`,
    headers: { authorization: `Bearer ${token}`, 'x-learner': id },
  });
  report('today', await compare([stage.daymark, next], [stage.floor, next]));
} finally {
  await stage.close();
}
