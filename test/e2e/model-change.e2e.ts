import { dismissModelChange } from '../../src/readiness/model-change/model-change.contract.js';
import { readReadiness } from '../../src/readiness/readiness.contract.js';
import { Recompute } from '../../src/readiness/recompute.service.js';
import { MODEL } from '../../src/readiness/score/readiness-model.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import type { Learner } from '../support/people.js';

describe('a new readiness model', () => {
  const daymark = startDaymark();
  const { mentorOf } = evidenceOf(daymark);
  let learner: Learner;

  const recompute = () => daymark.app.get(Recompute).of([learner.enrollmentId]);
  /** Makes all that is stored so far the work of another model. */
  const ofOlderModel = async (score: number) => {
    await daymark.database.query(`update readiness_snapshot set model = 'evidence-1', score = $2, low = 0, high = 100 where enrollment_id = $1`, [
      learner.enrollmentId,
      score,
    ]);
    await daymark.database.query(`update readiness set model = 'evidence-1', score = $2, low = 0, high = 100 where enrollment_id = $1`, [
      learner.enrollmentId,
      score,
    ]);
  };
  const dismiss = (who = learner, model = MODEL) => who.call(dismissModelChange, { params: { enrollmentId: learner.enrollmentId, model } });

  beforeEach(async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    learner = await daymark.learner();
    const skills = (await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []);
    for (const date of ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-03-01', '2026-03-02'])
      await learner.logs({ date, minutes: 90, skillId: skills[0]! });
    await recompute();
    daymark.clock.setTo('2026-03-03T09:00:00Z');
  });

  it('says once how it changed the score, until the learner dismisses it', async () => {
    await ofOlderModel(61);
    expect((await learner.readiness()).modelChange).toBeNull();
    await recompute();
    const { score, modelChange } = await learner.readiness();
    expect(modelChange).toEqual({ model: MODEL, from: 61, to: score, date: '2026-03-03' });
    daymark.clock.setTo('2026-03-20T09:00:00Z');
    await recompute();
    expect((await learner.readiness()).modelChange).toEqual(modelChange);

    const mentor = await mentorOf(learner);
    expect((await mentor.call(readReadiness, { params: { enrollmentId: learner.enrollmentId } })).modelChange).toBeNull();
    const dismissal = await dismiss();
    expect((await learner.readiness()).modelChange).toBeNull();
    daymark.clock.pass({ seconds: 60 });
    expect(await dismiss()).toEqual(dismissal);
  });

  it('is not mentioned with the first score, or where the score stayed the same', async () => {
    await recompute();
    const { score, modelChange } = await learner.readiness();
    expect([typeof score, modelChange]).toEqual(['number', null]);
    await ofOlderModel(score!);
    await recompute();
    expect((await learner.readiness()).modelChange).toBeNull();
    await daymark.database.query('delete from readiness_snapshot where enrollment_id = $1', [learner.enrollmentId]);
    await recompute();
    expect((await learner.readiness()).modelChange).toBeNull();
  });

  it('is dismissed only by its learner, and only when it is in use', async () => {
    const other = await daymark.learner();
    for (const [who, model] of [
      [other, MODEL],
      [learner, 'of-tomorrow'],
    ] as const)
      expect((await who.refused(dismissModelChange, { params: { enrollmentId: learner.enrollmentId, model } })).type).toBe('/problems/not-found');
  });
});
