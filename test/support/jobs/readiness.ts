import { recordOutcome } from '../../../src/enrollments/enrollments.contract.js';
import { setRetake } from '../../../src/enrollments/life/life.contract.js';
import { ExamPredictions } from '../../../src/readiness/passing/exam-predictions.service.js';
import { FEATURES } from '../../../src/readiness/passing/features.js';
import { PeersService } from '../../../src/readiness/passing/peers.service.js';
import { RefitsService } from '../../../src/readiness/passing/refits.service.js';
import { Recompute } from '../../../src/readiness/recompute.service.js';
import { NightlyCheck } from '../../../src/readiness/sweep/nightly-check.service.js';
import { SweepStore } from '../../../src/readiness/sweep/sweep-store.service.js';
import { deleteAccount } from '../../../src/users/users.contract.js';
import { PASSWORD, type Learner } from '../people.js';
import { rowsOf, settleAll, studying, type Ground, type Job, type Todo } from './job.js';

/** Studied, with a score of today and nothing to be done. */
async function scored(ground: Ground): Promise<Learner> {
  const learner = await studying(ground);
  await ground.daymark.app.get(Recompute).of([learner.enrollmentId]);
  await settleAll(ground);
  return learner;
}

const readinessOf = (ground: Ground, { enrollmentId }: Learner) => ({
  rows: () => rowsOf(ground, 'select score, low, high, probability, computed_for as day, covers_until from readiness where enrollment_id = $1', enrollmentId),
  points: () => rowsOf(ground, 'select date, score, parts from readiness_snapshot where enrollment_id = $1 order by date', enrollmentId),
});

/** What is done once a day for all, with what it leaves behind; it is about whoever there is. */
const daily = (name: string, learners: readonly Learner[], ground: Ground, left: () => Promise<Record<string, unknown>[]>): Todo => ({
  seen: async () => ({ left: await left(), runs: await rowsOf(ground, 'select finished_on, found from readiness_run where name = $1', name) }),
  isDone: async () => {
    const runs = await rowsOf(ground, 'select 1 from readiness_run where name = $1 and finished_on is not null', name);
    return runs.length === 1 && (await left()).length > 0;
  },
  goes: async () => {
    for (const learner of learners) await learner.call(deleteAccount, { body: { password: PASSWORD } });
  },
});

export const readinessJobs: readonly Job[] = [
  {
    queue: 'readiness',
    does: 'work readiness',
    async make(ground) {
      const learner = await studying(ground, '2026-03-20');
      ground.daymark.clock.setTo('2026-03-20T18:00:00Z');
      const params = { enrollmentId: learner.enrollmentId };
      await learner.call(recordOutcome, { params, body: { takenOn: '2026-03-20', result: 'failed' } });
      await learner.call(setRetake, { params, body: { examOn: '2026-06-20' } });
      const { rows, points } = readinessOf(ground, learner);
      const predictions = () => rowsOf(ground, 'select percent, probability from exam_prediction where enrollment_id = $1 order by 1', learner.enrollmentId);
      const again = () => rowsOf(ground, 'select skill_id, minutes from retake_focus where enrollment_id = $1 order by 1', learner.enrollmentId);
      return {
        seen: async () => ({ rows: await rows(), points: await points(), predictions: await predictions(), again: await again() }),
        isDone: async () => (await rows()).length === 1 && (await predictions()).length > 0 && (await again()).length > 0,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [ExamPredictions, 'of'],
  },
  {
    queue: 'readiness',
    does: 'Sweep.run',
    async make(ground) {
      const learner = await scored(ground);
      ground.daymark.clock.setTo('2026-03-16T00:10:00Z');
      const { rows, points } = readinessOf(ground, learner);
      return {
        seen: async () => ({ rows: await rows(), points: await points() }),
        isDone: async () => (await rows())[0]?.['day'] === '2026-03-16' && (await points()).length === 2,
        goes: () => learner.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [SweepStore, 'save'],
  },
  {
    queue: 'readiness',
    does: 'DailyRuns peers',
    async make(ground) {
      const learner = await scored(ground);
      return daily('peers', [learner], ground, () => rowsOf(ground, 'select tenth, learners, norms, work_means from level_peers where learners > 0'));
    },
    middle: [PeersService, 'renew'],
  },
  {
    queue: 'readiness',
    does: 'DailyRuns refit',
    async make(ground) {
      const learner = await scored(ground);
      await rowsOf(
        ground,
        `with o as (
          insert into outcome (id, enrollment_id, taken_on, result, recorded_at, recorded_by)
          select gen_random_uuid(), $1, '2026-02-01', case when i % 5 < 2 then 'passed' else 'failed' end, $2::timestamptz, $1 from generate_series(1, 40) i
          returning id, result)
        insert into exam_prediction (outcome_id, percent, enrollment_id, level_id, release_id, taken_on, has_passed, features, probability, model, made_at)
        select o.id, 100, e.id, e.level_id, e.release_id, '2026-02-01', o.result = 'passed', array_fill(0::real, array[${FEATURES.length}]), 0.88, 'test', $2::timestamptz
        from o, enrollment e where e.id = $1`,
        ...[learner.enrollmentId, ground.daymark.clock.now().toString()],
      );
      return daily('refit', [learner], ground, () => rowsOf(ground, 'select version, outcomes, log_loss from pass_model'));
    },
    middle: [RefitsService, 'refit'],
  },
  {
    queue: 'readiness',
    does: 'DailyRuns check',
    async make(ground) {
      const [one, other] = [await scored(ground), await scored(ground)];
      const skillId = (await other.plan()).items.flatMap((item) => item.skillId ?? [])[0] ?? null;
      await other.logs({ date: '2026-03-01', minutes: 300, skillId });
      await ground.daymark.app.get(Recompute).of([other.enrollmentId]);
      await settleAll(ground);
      await rowsOf(
        ground,
        'update readiness_basis set basis = (select basis from readiness_basis where enrollment_id = $2) where enrollment_id = $1',
        ...[one.enrollmentId, other.enrollmentId],
      );
      return daily('check', [one, other], ground, () =>
        rowsOf(ground, `select found from readiness_run where name = 'check' and found = '{ "sampled": 2, "differing": 1 }'`),
      );
    },
    middle: [NightlyCheck, 'run'],
  },
];
