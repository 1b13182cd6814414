import { changeAccount } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';

describe('somebody whose day begins at four', () => {
  const daymark = startDaymark();

  it('studies past midnight on the day before, in the log, on Today and in the plan', async () => {
    const learner = await daymark.learner({ timeZone: 'Europe/Berlin' });
    await learner.logs({ date: '2026-03-02', minutes: 10 });
    expect(await learner.call(changeAccount, { body: { dayStartMinutes: 240 } })).toMatchObject({ dayStartMinutes: 240, timeZone: 'Europe/Berlin' });
    daymark.clock.setTo('2026-03-03T01:30:00Z');
    expect(await learner.today()).toMatchObject({ date: '2026-03-02', loggedMinutes: 10 });
    expect(await learner.reads()).toMatchObject({ today: '2026-03-02', dayStartMinutes: 240, daysToExam: 30 });
    expect(await learner.plan()).toMatchObject({ today: '2026-03-02' });
    expect((await learner.logs({ date: '2026-03-02', minutes: 20 })).day.minutes).toBe(30);
    expect(await learner.fails({ date: '2026-03-03', minutes: 20 })).toMatchObject({ type: '/problems/date-not-loggable', to: '2026-03-02' });
    daymark.clock.setTo('2026-03-03T03:00:00Z');
    expect(await learner.today()).toMatchObject({ date: '2026-03-03', loggedMinutes: 0 });
    expect((await learner.logs({ date: '2026-03-03', minutes: 20 })).day.minutes).toBe(20);
  });

  it('may say so at any time: what was worked out with the start before is worked out anew at once', async () => {
    daymark.clock.setTo('2026-03-03T01:30:00Z');
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-03-03', minutes: 10 });
    expect(await learner.today()).toMatchObject({ date: '2026-03-03' });
    await learner.call(changeAccount, { body: { dayStartMinutes: 180 } });
    expect(await learner.today()).toMatchObject({ date: '2026-03-02' });
    expect(await learner.fails({ date: '2026-03-03', minutes: 20 })).toMatchObject({ type: '/problems/date-not-loggable' });
    await learner.call(changeAccount, { body: { dayStartMinutes: 0 } });
    expect(await learner.today()).toMatchObject({ date: '2026-03-03', loggedMinutes: 10 });
  });

  it.each([-15, 10, 375, 0.5])('is not somebody whose day begins at %d minutes', async (dayStartMinutes) => {
    const learner = await daymark.learner({ enrolled: false });
    expect(await learner.refused(changeAccount, { body: { dayStartMinutes } })).toMatchObject({ errors: [{ path: 'body.dayStartMinutes' }] });
  });
});
