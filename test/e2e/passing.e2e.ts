import { recordOutcome } from '../../src/enrollments/enrollments.contract.js';
import { setRetake } from '../../src/enrollments/life/life.contract.js';
import { readCalibration } from '../../src/readiness/calibration/calibration.contract.js';
import { DailyRuns } from '../../src/readiness/daily-runs.service.js';
import { FEATURES } from '../../src/readiness/passing/features.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

interface Looked {
  percent: number;
  has_passed: boolean;
  features: number[];
  probability: number;
  score: number | null;
}

describe('what exams teach', () => {
  const daymark = startDaymark({ worker: true });
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  const rows = (sql: string, ...values: unknown[]) => daymark.database.query(sql, values);

  /** Lets the worker compute after something was done. */
  async function computedAfter<Done>(learner: Learner, act: () => Promise<Done>): Promise<Done> {
    daymark.clock.pass({ seconds: 1 });
    const computed = daymark.signal('readiness-computed', learner.enrollmentId);
    const done = await act();
    await computed;
    return done;
  }

  /** Rows, as soon as there are any: the worker may compute for other reasons first. */
  async function there<Row>(ask: () => Promise<Row[]>): Promise<Row[]> {
    for (const deadline = performance.now() + 5_000; ;) {
      const found = await ask();
      if (found.length > 0 || performance.now() > deadline) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function studied(examOn = '2026-04-01'): Promise<Learner> {
    const learner = await daymark.learner({ examOn });
    const skills = [...new Set((await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []))];
    for (let day = 20; day <= 26; day++)
      await computedAfter(learner, () => learner.logs({ date: `2026-02-${day}`, minutes: 60, skillId: skills[day % 3] ?? null }));
    return learner;
  }

  it('is what would have been said of each on the way to it, once its result is known', async () => {
    const learner = await studied('2026-03-20');
    daymark.clock.setTo('2026-03-20T18:00:00Z');
    const outcome = { takenOn: '2026-03-20', result: 'passed' as const };
    await learner.call(recordOutcome, { params: { enrollmentId: learner.enrollmentId }, body: outcome });
    const predictions = await there<Looked>(() =>
      rows('select percent, has_passed, features, probability, score from exam_prediction where enrollment_id = $1 order by percent', learner.enrollmentId),
    );
    expect(predictions.map(({ percent }) => percent)).toEqual([10, 20, 40, 60, 80, 100]);
    for (const each of predictions) {
      expect(each.features).toHaveLength(FEATURES.length);
      expect(each).toMatchObject({ has_passed: true });
    }
    expect(predictions.at(-1)!.score).toBeGreaterThan(0);
    const admin = await daymark.withRoles('admin');
    const calibration = await admin.call(readCalibration, {});
    expect(calibration.overall).toMatchObject({ exams: 1, passed: 1 });
    expect(calibration.overall.brier).toBeCloseTo((1 - predictions.at(-1)!.probability) ** 2, 5);
    expect(calibration.levels.map(({ release }) => release)).toEqual([null, 1]);
    expect(await learner.readiness()).toMatchObject({ chance: null, noChance: 'passed' });
  });

  it('looks back at every day of study, however many there were', async () => {
    daymark.clock.setTo('2025-05-01T09:00:00Z');
    const learner = await daymark.learner({ examOn: '2026-03-20' });
    // Every day from the first on, and none in the two weeks before the exam.
    await rows(
      `insert into study_day (enrollment_id, date, minutes, entries) select $1, day::date, 30, 1 from generate_series('2025-05-01'::date, '2026-03-06', '1 day') as day`,
      learner.enrollmentId,
    );
    daymark.clock.setTo('2026-03-20T18:00:00Z');
    await learner.signsIn(learner.email);
    const outcome = { takenOn: '2026-03-20', result: 'passed' as const };
    await learner.call(recordOutcome, { params: { enrollmentId: learner.enrollmentId }, body: outcome });
    const predictions = await there<Looked>(() =>
      rows('select percent, features from exam_prediction where enrollment_id = $1 order by percent', learner.enrollmentId),
    );
    const idleMonths = FEATURES.findIndex(({ name }) => name === 'idleMonths');
    expect(predictions.map(({ percent, features }) => [percent, features[idleMonths]])).toEqual([10, 20, 40, 60, 80, 100].map((percent) => [percent, 0]));
  });

  it('counts an exam that was not passed in the chance of the next one', async () => {
    const learner = await studied('2026-03-20');
    daymark.clock.setTo('2026-03-20T18:00:00Z');
    const params = { enrollmentId: learner.enrollmentId };
    await computedAfter(learner, () => learner.call(recordOutcome, { params, body: { takenOn: '2026-03-20', result: 'failed' } }));
    await computedAfter(learner, () => learner.call(setRetake, { params, body: { examOn: '2026-05-20' } }));
    // What was computed before the result may be answered for a moment.
    const attempts = await there(async () =>
      ((await learner.readiness()).chance?.parts ?? []).filter(({ kind, points }) => kind === 'attempts' && points !== 0),
    );
    expect(attempts).toEqual([{ kind: 'attempts', points: expect.any(Number) }]);
    expect(attempts[0]!.points).toBeLessThan(0);
  });

  it('aims the plan to a retake at what was weak', async () => {
    const learner = await studied('2026-03-20');
    daymark.clock.setTo('2026-03-20T18:00:00Z');
    const params = { enrollmentId: learner.enrollmentId };
    await learner.call(recordOutcome, { params, body: { takenOn: '2026-03-20', result: 'failed' } });
    await learner.call(setRetake, { params, body: { examOn: '2026-06-20' } });
    const focus = await there<{ skill_id: string; minutes: number; points: number }>(() =>
      rows('select skill_id, minutes, points from retake_focus where enrollment_id = $1 order by points / minutes desc', learner.enrollmentId),
    );
    const studiedIds = (await learner.readiness()).skills.filter(({ minutes }) => minutes > 0).map(({ skillId }) => skillId);
    const again = focus.find(({ skill_id }) => studiedIds.includes(skill_id))!;
    const { skills } = await learner.readiness();
    const done = skills.find(({ skillId }) => skillId === again.skill_id)!;
    /** Minutes of new study that the plan has for it: what was never done, and what is done again. */
    const planned = async () => {
      const { items } = await learner.plan();
      return items
        .filter(({ kind, skillId, state }) => kind === 'study' && skillId === again.skill_id && state === 'open')
        .reduce((sum, { minutes }) => sum + minutes, 0);
    };
    const [minutes] = await there(async () => [await planned()].filter((each) => each > 0 && each >= again.minutes));
    expect(minutes).toBeGreaterThanOrEqual(again.minutes);
    expect(done.score).toBeLessThan(75);
  });

  it('is compared with the learners of the level, once a day', async () => {
    const learner = await studied();
    await rows('delete from readiness_run');
    daymark.clock.pass({ seconds: 1 });
    await daymark.app.get(DailyRuns).due();
    const [peers] = await rows('select tenth, learners, norms from level_peers where learners > 0 order by computed_at desc, learners desc limit 1');
    expect(peers.learners).toBeGreaterThan(0);
    expect(peers.norms.studyDaysLog).toBeGreaterThan(0);
    const skill = (await learner.readiness()).skills[0]!;
    await computedAfter(learner, () => learner.logs({ date: '2026-03-01', minutes: 30, skillId: skill.skillId }));
    expect((await learner.readiness()).chance!.peers).toBeGreaterThan(0);
    await rows('update level_peers set learners = 99');
    await daymark.app.get(DailyRuns).due();
    expect((await rows('select max(learners) as most from level_peers'))[0].most).toBe(99);
  });

  it('moves the model, and keeps the move only where it is better on exams it has not seen', async () => {
    const learner = await studied();
    const [{ level_id: levelId, release_id: releaseId }] = await rows(
      'select level_id, release_id from readiness where enrollment_id = $1',
      learner.enrollmentId,
    );
    /** Exams of learners like the usual one, of whom so many of a hundred pass. */
    const examined = async (count: number, passing: number) => {
      await rows(
        `with o as (
          insert into outcome (id, enrollment_id, taken_on, result, recorded_at, recorded_by)
          select gen_random_uuid(), $1, '2026-02-01', case when i % 100 < $2 then 'passed' else 'failed' end, $3::timestamptz, $1 from generate_series(0, $4::int - 1) i
          returning id, result)
        insert into exam_prediction (outcome_id, percent, enrollment_id, level_id, release_id, taken_on, has_passed, features, probability, model, made_at)
        select id, 100, $1, $5, $6, '2026-02-01', result = 'passed', array_fill(0::real, array[${FEATURES.length}]), 0.88, 'test', $3::timestamptz from o`,
        ...[learner.enrollmentId, passing, daymark.clock.now().toString(), count, levelId, releaseId],
      );
    };
    const refit = async () => {
      daymark.clock.pass({ hours: 24 });
      await rows(`delete from readiness_run`);
      await daymark.app.get(DailyRuns).due();
    };
    await rows('delete from pass_model');
    await rows('delete from exam_prediction');
    await examined(200, 40);
    await refit();
    const admin = await daymark.withRoles('admin');
    const first = await admin.call(readCalibration, {});
    expect(first.model.isShipped).toBe(false);
    expect(first.fits[0]).toMatchObject({ outcomes: 200, isAdopted: true });
    expect(first.fits[0]!.logLoss).toBeLessThan(first.fits[0]!.logLossBefore);
    await refit();
    expect((await (await daymark.withRoles('admin')).call(readCalibration, {})).fits).toHaveLength(1);
  });
});
