import { changeAccount } from '../../src/users/users.contract.js';
import { DailyRuns } from '../../src/readiness/daily-runs.service.js';
import { Recompute } from '../../src/readiness/recompute.service.js';
import { NightlyCheck } from '../../src/readiness/sweep/nightly-check.service.js';
import { SweepStore } from '../../src/readiness/sweep/sweep-store.service.js';
import { Sweep } from '../../src/readiness/sweep/sweep.service.js';
import { readSweepProgress } from '../../src/readiness/sweep/sweep.contract.js';
import { startApp, startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

describe('the daily sweep', () => {
  const daymark = startDaymark();
  const sweep = () => daymark.app.get(Sweep).run();
  const recompute = (...learners: Learner[]) => daymark.app.get(Recompute).of(learners.map(({ enrollmentId }) => enrollmentId));
  const row = async ({ enrollmentId }: Learner) =>
    (await daymark.database.query<Record<string, unknown>[]>('select *, xmin from readiness where enrollment_id = $1', [enrollmentId]))[0]!;
  const points = async ({ enrollmentId }: Learner) =>
    (await daymark.database.query<{ date: string }[]>('select date::text from readiness_snapshot where enrollment_id = $1 order by date', [enrollmentId])).map(
      ({ date }) => date,
    );
  const differing = async ({ enrollmentId }: Learner) => {
    const check = daymark.app.get(NightlyCheck);
    return check.differingOf(await check.rows(1, [enrollmentId]));
  };
  const settle = (learner: Learner) => daymark.database.query('delete from work where subject_id = $1', [learner.enrollmentId]);

  beforeEach(async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    // The clock goes back, which shares know nothing of.
    await daymark.database.query(`update readiness_shard set claimable_at = 'epoch', claimed_at = null, swept_on = null`);
  });

  async function studied(who: Parameters<typeof daymark.learner>[0] = {}): Promise<Learner> {
    const learner = await daymark.learner({ examOn: '2026-06-01', ...who });
    const skillIds = (await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []);
    for (let day = 10; day < 28; day++) await learner.logs({ date: `2026-02-${day}`, minutes: 45, skillId: skillIds[day % skillIds.length] ?? null });
    await recompute(learner);
    await settle(learner);
    return learner;
  }

  it('works a day out from what is stored, says what all that is known says, and is nothing the second time', async () => {
    const learner = await studied();
    const before = await row(learner);
    expect(before).toMatchObject({ computed_for: '2026-03-02', time_zone: 'UTC', enrollment_state: 'active' });
    daymark.clock.setTo('2026-03-09T00:10:00Z');
    await sweep();
    const after = await row(learner);
    expect(after).toMatchObject({ computed_for: '2026-03-09', next_due_at: new Date('2026-03-10T00:00:00Z'), covers_until: before['covers_until'] });
    expect(Number(after['score'])).toBeLessThan(Number(before['score']));
    expect(await differing(learner)).toEqual([]);
    expect(await points(learner)).toEqual(['2026-03-02', '2026-03-09']);
    await sweep();
    expect(await row(learner)).toEqual(after);
    await recompute(learner);
    expect(await row(learner)).toMatchObject({ score: after['score'], low: after['low'], high: after['high'], probability: after['probability'] });
  });

  it('keeps each chance of the history with its range, and shows none whose range was never kept', async () => {
    const learner = await studied();
    daymark.clock.setTo('2026-03-09T00:10:00Z');
    await sweep();
    const { history, chance } = await learner.readiness();
    expect(history.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-09']);
    for (const { probability, probabilityLow, probabilityHigh } of history) {
      expect(probabilityLow).toBeLessThan(probability!);
      expect(probabilityHigh).toBeGreaterThan(probability!);
    }
    const { probability, low: probabilityLow, high: probabilityHigh } = chance!;
    expect(history.at(-1)).toMatchObject({ probability, probabilityLow, probabilityHigh });
    await daymark.database.query(
      `update readiness_snapshot set probability_low = null, probability_high = null where enrollment_id = $1 and date = '2026-03-02'`,
      [learner.enrollmentId],
    );
    expect((await learner.readiness()).history[0]).toMatchObject({ date: '2026-03-02', probability: null, probabilityLow: null, probabilityHigh: null });
  });

  it('writes a point of the history only where somebody could see the difference', async () => {
    const learner = await daymark.learner();
    await recompute(learner);
    daymark.clock.setTo('2026-03-03T00:10:00Z');
    await sweep();
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-03', state: 'too-early', score: null });
    expect(await points(learner)).toEqual([]);
  });

  it('comes when the day of the learner begins, wherever they are, and follows them when they move', async () => {
    const learner = await studied({ timeZone: 'Asia/Tokyo' });
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-02', next_due_at: new Date('2026-03-02T15:00:00Z') });
    daymark.clock.setTo('2026-03-02T15:00:01Z');
    await sweep();
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-03' });
    await learner.call(changeAccount, { body: { timeZone: 'America/New_York', dayStartMinutes: 240 } });
    const worker = await startApp(daymark.databaseUrl, { worker: true, clock: daymark.clock });
    try {
      for (let zone: unknown; zone !== 'America/New_York'; zone = (await row(learner))['time_zone']) await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await worker.close();
    }
    expect(await row(learner)).toMatchObject({ day_start_minutes: 240, computed_for: '2026-03-02', next_due_at: new Date('2026-03-03T09:00:00Z') });
  }, 30_000);

  it('leaves a share alone that another worker has, until its claim has run out', async () => {
    const learner = await studied();
    daymark.clock.setTo('2026-03-03T00:10:00Z');
    await daymark.database.query(`update readiness_shard set claimable_at = '2026-03-03T00:10:30Z', turn = turn + 1`);
    await sweep();
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-02' });
    daymark.clock.pass({ seconds: 31 });
    await sweep();
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-03' });
  });

  it('stops where its share was taken over, and never writes over what was computed since it read', async () => {
    const learner = await studied();
    daymark.clock.setTo('2026-03-04T00:10:00Z');
    const [store, save] = [daymark.app.get(SweepStore), daymark.app.get(SweepStore).save.bind(daymark.app.get(SweepStore))];
    store.save = async (swept) => {
      await learner.logs({ date: '2026-03-03', minutes: 240 });
      await recompute(learner);
      await daymark.database.query('update readiness_shard set turn = turn + 1');
      return save(swept);
    };
    try {
      await sweep();
    } finally {
      store.save = save;
    }
    expect(await row(learner)).toMatchObject({ computed_for: '2026-03-04', covers_until: expect.any(Date) });
    expect(await differing(learner)).toEqual([]);
  });

  it('has worked out from all what it cannot read, and goes on with the others', async () => {
    const [broken, whole] = [await studied(), await studied()];
    await daymark.database.query('update readiness_basis set basis = $2 where enrollment_id = $1', [broken.enrollmentId, Buffer.alloc(60)]);
    daymark.clock.setTo('2026-03-05T00:10:00Z');
    await sweep();
    expect(await row(whole)).toMatchObject({ computed_for: '2026-03-05' });
    expect(await row(broken)).toMatchObject({ computed_for: '2026-03-02' });
    const marked = await daymark.database.query('select marks from work where kind = $1 and subject_id = $2', ['readiness', broken.enrollmentId]);
    expect(marked).toEqual([{ marks: 1 }]);
    await recompute(broken);
    expect(await row(broken)).toMatchObject({ computed_for: '2026-03-05' });
  });

  it('leaves no history of an enrollment that is gone', async () => {
    const learner = await studied();
    expect(await points(learner)).toEqual(['2026-03-02']);
    await daymark.database.query('delete from enrollment where id = $1', [learner.enrollmentId]);
    expect([await row(learner), await points(learner)]).toEqual([undefined, []]);
  });

  it('has rows that were made one after another in the same share, where they stay', async () => {
    const learners = [await daymark.learner(), await daymark.learner(), await daymark.learner()];
    await recompute(...learners);
    const shares = () => Promise.all(learners.map(async (learner) => Number((await row(learner))['shard'])));
    const place = async () => Number((await daymark.database.query<{ last: string }[]>('select last_value as last from readiness_place'))[0]!.last);
    const [before, last] = [await shares(), await place()];
    expect(before).toEqual([2, 1, 0].map((back) => Math.floor((last - back) / 256) % 64));
    await recompute(...learners);
    expect([await shares(), await place()]).toEqual([before, last]);
  });

  it('is shown to admins, and to nobody else', async () => {
    await studied();
    await sweep();
    daymark.clock.setTo('2026-03-07T00:10:00Z');
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner()];
    const before = await admin.call(readSweepProgress, {});
    expect(before).toMatchObject({ due: expect.any(Number), sweptToday: 0, workers: 0, perSecond: null, throughAt: null });
    expect(before.due).toBeGreaterThan(0);
    await sweep();
    const after = await admin.call(readSweepProgress, {});
    expect(after).toMatchObject({ due: 0, sweptToday: before.due, throughAt: null });
    expect(after.perSecond).toBeGreaterThan(0);
    expect(await learner.refused(readSweepProgress, {})).toMatchObject({ status: 403 });
  });

  it('is held against what all that is known says, each night once: what differs is counted and worked out anew', async () => {
    const [one, other] = [await studied(), await studied()];
    await other.logs({ date: '2026-03-01', minutes: 300 });
    await recompute(other);
    await settle(other);
    daymark.clock.setTo('2026-03-08T04:00:00Z');
    await sweep();
    await daymark.database.query('update readiness_basis set basis = (select basis from readiness_basis where enrollment_id = $2) where enrollment_id = $1', [
      one.enrollmentId,
      other.enrollmentId,
    ]);
    await daymark.app.get(DailyRuns).due();
    const admin = await daymark.withRoles('admin');
    const { check } = await admin.call(readSweepProgress, {});
    expect(check).toMatchObject({ on: '2026-03-08', differing: 1 });
    expect(check!.sampled).toBeGreaterThan(1);
    expect(await daymark.database.query('select marks from work where kind = $1 and subject_id = $2', ['readiness', one.enrollmentId])).toEqual([{ marks: 1 }]);
    expect(await (await fetch(`${daymark.url}/metrics`)).text()).toContain('daymark_readiness_differences 1');
    await recompute(one);
    expect(await differing(one)).toEqual([]);
    await daymark.database.query('delete from work');
    await daymark.app.get(DailyRuns).due();
    expect((await admin.call(readSweepProgress, {})).check).toEqual(check);
  });

  it('ends with its batch when Daymark stops, and loses nothing', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await studied();
    daymark.clock.setTo('2026-07-01T00:10:00Z');
    const app = await startApp(daymark.databaseUrl, { clock: daymark.clock });
    const stopping = app.get(Sweep).run();
    await Promise.all([stopping, app.close()]);
    await sweep();
    expect(await row(learner)).toMatchObject({ computed_for: '2026-07-01' });
  }, 30_000);
});

describe('many logs in a row', () => {
  const daymark = startDaymark({ worker: true });

  it('make few recomputes, and the last one is covered within two seconds', async () => {
    const learner = await daymark.learner();
    const recompute = daymark.app.get(Recompute);
    const original = recompute.of.bind(recompute);
    let times = 0;
    recompute.of = (ids) => {
      if (ids.includes(learner.enrollmentId)) times += 1;
      return original(ids);
    };
    let last = '';
    for (let n = 0; n < 6; n++) {
      daymark.clock.pass({ seconds: 1 });
      const entries = await Promise.all(Array.from({ length: 10 }, () => learner.logs({ date: '2026-03-01', minutes: 5 })));
      last = entries.at(-1)!.changedAt;
    }
    const from = performance.now();
    while (((await learner.readiness()).coversUntil ?? '') < last) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(performance.now() - from).toBeLessThan(2_000);
    recompute.of = original;
    expect(times).toBeLessThan(20);
  }, 30_000);
});
