import { readToday } from '../../src/today/today.contract.js';
import { changeAccount } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';

describe('Today', () => {
  const daymark = startDaymark();

  it('holds the date where the learner is, the planned items, the week and the countdown', async () => {
    const learner = await daymark.learner({ examOn: '2026-04-01' });
    const today = await learner.today();
    const ofToday = (await learner.plan()).items.filter(({ date }) => date === '2026-03-02');
    expect(today).toMatchObject({
      date: '2026-03-02',
      daysToExam: 30,
      state: 'active',
      loggedMinutes: 0,
      streak: 0,
      readiness: { state: 'computing', score: null },
    });
    expect(today.items).toEqual(ofToday);
    expect(today.plannedMinutes).toBe(ofToday.reduce((sum, { minutes }) => sum + minutes, 0));
    expect(today.week.map(({ date }) => date)).toEqual(['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`));
    expect(today.week.map(({ rest }) => rest)).toEqual([false, false, false, false, true, false, true]);
  });

  it("is nobody else's, also right after its learner looked", async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    await learner.today();
    const params = { enrollmentId: learner.enrollmentId };
    expect(await stranger.refused(readToday, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.fails({ date: '2026-03-02', minutes: 30 }, undefined, learner.enrollmentId)).toMatchObject({ type: '/problems/not-found' });
  });

  it('moves with the learner: after a change of zone the date is the new one, for reading and for logging', async () => {
    daymark.clock.setTo('2026-03-02T20:00:00Z');
    const learner = await daymark.learner({ timeZone: 'Europe/Berlin' });
    expect((await learner.today()).date).toBe('2026-03-02');
    await learner.logs({ date: '2026-03-02', minutes: 10 });
    expect(await learner.fails({ date: '2026-03-03', minutes: 10 })).toMatchObject({ type: '/problems/date-not-loggable', to: '2026-03-02' });
    await learner.call(changeAccount, { body: { timeZone: 'Asia/Kolkata' } });
    expect((await learner.today()).date).toBe('2026-03-03');
    expect(await learner.logs({ date: '2026-03-03', minutes: 10 })).toMatchObject({ date: '2026-03-03' });
    await learner.call(changeAccount, { body: { timeZone: 'America/New_York' } });
    expect(await learner.fails({ date: '2026-03-03', minutes: 10 })).toMatchObject({ type: '/problems/date-not-loggable', to: '2026-03-02' });
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('counts planned days in a row, and what is logged today at once', async () => {
    const learner = await daymark.learner();
    const [item] = (await learner.today()).items;
    await learner.logs({ date: '2026-03-02', minutes: item!.minutes, skillId: item!.skillId, projectId: item!.projectId, planItemId: item!.id });
    expect(await learner.today()).toMatchObject({ streak: 1, loggedMinutes: item!.minutes, studiedOfPlanned: { studied: 1, planned: 1 } });
  });

  it('plans again, on the first visit of a day, what was missed on the days before', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const missed = (await learner.plan()).items.filter(({ date }) => date < '2026-03-05').length;
    daymark.clock.setTo('2026-03-05T09:00:00Z');
    await learner.signsIn(learner.email);
    const today = await learner.today();
    const { items } = await learner.plan();
    expect(today.items.length).toBeGreaterThan(0);
    expect(today.items).toEqual(items.filter(({ date }) => date === '2026-03-05'));
    expect(items.filter(({ state }) => state === 'missed')).toHaveLength(missed);
    expect(today.studiedOfPlanned).toEqual({ studied: 0, planned: 3 });
  });

  it('remembers a planned yesterday on which nothing is logged, until something is', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    const items = (await learner.today()).items;
    expect((await learner.today()).forgotten).toBeNull();
    daymark.clock.setTo('2026-03-03T09:00:00Z');
    await learner.signsIn(learner.email);
    const { forgotten } = await learner.today();
    expect(forgotten).toMatchObject({ date: '2026-03-02', items: items.map(({ id, minutes }) => ({ id, minutes, state: 'missed' })) });
    const [item] = items;
    await learner.logs({ date: '2026-03-02', minutes: item!.minutes, skillId: item!.skillId, projectId: item!.projectId, planItemId: item!.id });
    expect(await learner.today()).toMatchObject({ forgotten: null, repairedOn: null });
  });

  it('stays readable once the exam is over', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    await learner.today();
    daymark.clock.setTo('2026-04-02T09:00:00Z');
    await learner.signsIn(learner.email);
    expect(await learner.today()).toMatchObject({ daysToExam: -1, items: [], next: null, plannedMinutes: 0 });
  });
});
