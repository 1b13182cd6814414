import { readReadiness } from '../../src/readiness/readiness.contract.js';
import { Recompute } from '../../src/readiness/recompute.service.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

/** Asks as the Today page does after a log: until the answer covers the entry. */
async function covered(learner: Learner, changedAt: string, withinMs: number) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const readiness = await learner.readiness();
    if (readiness.coversUntil !== null && readiness.coversUntil >= changedAt) return readiness;
    if (performance.now() > deadline) throw new Error(`Readiness did not cover ${changedAt} within ${withinMs} ms: ${JSON.stringify(readiness.coversUntil)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('readiness', () => {
  const daymark = startDaymark({ worker: true });
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  const skillsOf = async (learner: Learner) => (await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []);

  it('follows a logged day within two seconds', async () => {
    const learner = await daymark.learner();
    const [skillId] = await skillsOf(learner);
    const entry = await learner.logs({ date: '2026-03-02', minutes: 50, skillId: skillId ?? null });
    const readiness = await covered(learner, entry.changedAt, 2_000);
    expect(readiness.skills.find((skill) => skill.skillId === skillId)).toMatchObject({ minutes: 50, recallPercent: 100 });
    expect(readiness.model).toBe('evidence-2');
  });

  it('says what would be enough while there is too little, and a score once there is enough', async () => {
    const learner = await daymark.learner();
    const [skillId] = await skillsOf(learner);
    const first = await covered(learner, (await learner.logs({ date: '2026-02-26', minutes: 60, skillId: skillId ?? null })).changedAt, 2_000);
    expect(first).toMatchObject({ state: 'too-early', band: 'too-early', score: null });
    expect(first.wanting?.studyDays).toBeGreaterThan(0);

    let readiness = first;
    for (const date of ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']) {
      daymark.clock.pass({ seconds: 1 });
      readiness = await covered(learner, (await learner.logs({ date, minutes: 40, skillId: skillId ?? null })).changedAt, 2_000);
    }
    expect(readiness).toMatchObject({ state: 'computed', wanting: null });
    expect(readiness.score).toBeGreaterThan(0);
    expect(readiness.low).toBeLessThanOrEqual(readiness.score ?? -1);
    expect(readiness.high).toBeGreaterThanOrEqual(readiness.score ?? 101);
    expect(Math.round(readiness.skills.reduce((sum, { points }) => sum + points, 0))).toBe(readiness.score);
    expect(readiness.nextActions.length).toBeGreaterThan(0);
    expect(readiness.history).toMatchObject([{ date: '2026-03-02', score: readiness.score, low: readiness.low, high: readiness.high }]);
    // The learner of the test before is a peer if the day's peers were counted after it.
    expect(readiness.chance!.peers).toBeLessThanOrEqual(1);
    expect(readiness.chance!.outcomes).toBe(0);
    expect(readiness.chance!.low).toBeLessThan(readiness.chance!.probability);
    expect(readiness.chance!.high).toBeGreaterThan(readiness.chance!.probability);
  });

  it('is computed again each day, and says the change of a week', async () => {
    const learner = await daymark.learner();
    const [skillId] = await skillsOf(learner);
    let entry = await learner.logs({ date: '2026-02-20', minutes: 120, skillId: skillId ?? null });
    for (const date of ['2026-02-21', '2026-02-22', '2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-03-01']) {
      // Each entry at its own instant: an answer that covers the last one covers them all.
      daymark.clock.pass({ seconds: 1 });
      entry = await learner.logs({ date, minutes: 60, skillId: skillId ?? null });
    }
    const before = await covered(learner, entry.changedAt, 5_000);
    daymark.clock.setTo('2026-03-10T00:00:30Z');
    let after = before;
    // A recompute of the last log may still come first.
    while (after.history.at(-1)?.date !== '2026-03-10') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      after = await learner.readiness();
    }
    expect(after.history.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-10']);
    expect(after.score ?? 0).toBeLessThanOrEqual(before.score ?? 0);
    expect(after.change).toBe((after.score ?? 0) - (before.score ?? 0));
  });

  it('is computed again for a log that came during a recompute', async () => {
    const learner = await daymark.learner();
    const [skillId] = await skillsOf(learner);
    const recompute = daymark.app.get(Recompute);
    const original = recompute.of.bind(recompute);
    let late: Promise<{ changedAt: string }> | undefined;
    recompute.of = async (ids) => {
      await original(ids);
      if (!late && ids.includes(learner.enrollmentId)) {
        daymark.clock.pass({ seconds: 1 });
        late = learner.logs({ date: '2026-03-02', minutes: 20, skillId: skillId ?? null });
        await late;
      }
    };
    try {
      daymark.clock.pass({ seconds: 1 });
      await covered(learner, (await learner.logs({ date: '2026-03-02', minutes: 30, skillId: skillId ?? null })).changedAt, 2_000);
      const entry = await late;
      const readiness = await covered(learner, entry?.changedAt ?? 'never', 3_000);
      expect(readiness.skills.find((skill) => skill.skillId === skillId)?.minutes).toBe(50);
    } finally {
      recompute.of = original;
    }
  });

  it("is nobody else's to read", async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    expect(await stranger.refused(readReadiness, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('readiness without a worker', () => {
  const daymark = startDaymark();

  it('is being computed until the first answer', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-03-02', minutes: 30 });
    expect(await learner.readiness()).toMatchObject({ state: 'computing', score: null, band: 'too-early', computedAt: null, coversUntil: null, history: [] });
  });
});
