import { readCalibration } from '../../src/readiness/calibration/calibration.contract.js';
import { readForecast } from '../../src/readiness/forecast/forecast.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

describe('the forecast', () => {
  const daymark = startDaymark({ worker: true });
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  const forecast = (learner: Learner) => learner.call(readForecast, { params: { enrollmentId: learner.enrollmentId } });

  /** Ten days of study of the first skills of the plan. */
  async function studied(learner: Learner) {
    const skills = [...new Set((await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []))];
    for (let day = 19; day <= 28; day++) {
      daymark.clock.pass({ seconds: 1 });
      const computed = daymark.signal('readiness-computed', learner.enrollmentId);
      await learner.logs({ date: `2026-02-${day}`, minutes: 50, skillId: skills[day % 4] ?? null });
      await computed;
    }
  }

  it('fans out from today to the exam, under the plan and under the present pace', async () => {
    const learner = await daymark.learner({ examOn: '2026-04-01' });
    await studied(learner);
    const { plan, pace, chance, daysToExam, decideNow } = await forecast(learner);
    expect({ daysToExam, decideNow }).toEqual({ daysToExam: 30, decideNow: false });
    for (const fan of [plan!, pace]) {
      expect(fan.points[0]!.date).toBe('2026-03-02');
      expect(fan.atExam).toEqual(fan.points.at(-1));
      expect(fan.atExam.date).toBe('2026-04-01');
      for (const { p10, p50, p90 } of fan.points) expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => a - b));
    }
    expect(plan!.atExam.p50).toBeGreaterThan(plan!.points[0]!.p50);
    expect(chance!.low).toBeLessThan(chance!.probability);
  });

  it('says what keeping the date, more hours or a later date would mean, and advises one', async () => {
    const learner = await daymark.learner({ examOn: '2026-03-14' });
    await studied(learner);
    const { options, decideNow, chance } = await forecast(learner);
    expect(decideNow).toBe(true);
    expect(options.map(({ kind, examOn }) => [kind, examOn])).toEqual([
      ['keep', '2026-03-14'],
      ['add-hours', '2026-03-14'],
      ['move', '2026-03-21'],
      ['move', '2026-03-28'],
      ['move', '2026-04-11'],
    ]);
    expect(options.filter(({ isAdvised }) => isAdvised)).toHaveLength(1);
    const [keep, more] = options;
    expect(keep!.chance!.probability).toBeCloseTo(chance!.probability, 6);
    expect(more!.chance!.probability).toBeGreaterThanOrEqual(keep!.chance!.probability);
    expect(more!.score.p50).toBeGreaterThanOrEqual(keep!.score.p50);
  });

  it('says why there is none', async () => {
    const learner = await daymark.learner();
    await daymark.clock.pass({ seconds: 1 });
    expect(await learner.refused(readForecast, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ type: '/problems/nothing-to-forecast' });
  });

  it("is nobody else's to read", async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    expect(await stranger.refused(readForecast, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('the calibration', () => {
  const daymark = startDaymark();

  it('has nothing to say before the first outcome', async () => {
    const admin = await daymark.withRoles('admin');
    expect(await admin.call(readCalibration, {})).toMatchObject({ overall: { exams: 0, brier: null, bins: [] }, levels: [], model: { isShipped: true } });
  });

  it('is for admins alone', async () => {
    expect(await (await daymark.learner()).refused(readCalibration, {})).toMatchObject({ status: 403 });
  });
});
