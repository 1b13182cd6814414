import { ProgressService } from '../../src/progress/progress.service.js';
import { Recompute } from '../../src/readiness/recompute.service.js';
import { startDaymark } from '../support/daymark.js';

describe('readiness that is computed while a learner logs', () => {
  const daymark = startDaymark();
  beforeEach(() => daymark.clock.setTo('2026-03-02T09:00:00Z'));

  it('does not say that it covers an entry which came after the memories were computed', async () => {
    const learner = await daymark.learner();
    const skillId = (await learner.plan()).items.find((item) => item.skillId !== null)!.skillId;
    const first = await learner.logs({ date: '2026-03-01', minutes: 30 });
    daymark.clock.pass({ seconds: 1 });
    const [progress, recompute] = [daymark.app.get(ProgressService), daymark.app.get(Recompute)];
    const facts = progress.facts.bind(progress);
    let between = '';
    progress.facts = async (ids) => {
      between = (await learner.logs({ date: '2026-03-02', minutes: 50, skillId })).changedAt;
      return facts(ids);
    };
    await recompute.of([learner.enrollmentId]);
    progress.facts = facts;
    expect((await learner.readiness()).coversUntil).toBe(first.changedAt);

    await recompute.of([learner.enrollmentId]);
    const readiness = await learner.readiness();
    expect(readiness.coversUntil).toBe(between);
    expect(readiness.skills.find((skill) => skill.skillId === skillId)).toMatchObject({ minutes: 50, recallPercent: 100 });
  });
});
