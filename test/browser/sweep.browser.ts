import { Recompute } from '../../src/readiness/recompute.service.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

describe('an admin at the System page', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('sees how far the daily sweep of readiness is, and what its nightly check found', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner({ examOn: inDays(60) })];
    await daymark.app.get(Recompute).of([learner.enrollmentId]);
    await daymark.database.query('update readiness set next_due_at = computed_at');
    await daymark.database.query(`update readiness_shard set swept_on = $1, swept = 640, swept_seconds = 1 where shard < 2`, [inDays(0)]);
    await daymark.database.query(`insert into readiness_run values ('check', now(), $1, '{ "sampled": 300, "differing": 2 }')`, [inDays(0)]);
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/system`);
    const facts = page.getByRole('definition');
    await facts.filter({ hasText: '1,280' }).waitFor();
    await facts.filter({ hasText: '640 a second' }).waitFor();
    await facts.filter({ hasText: 'through today at' }).waitFor();
    await page.getByText('2 scores of 300 differed').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('system');
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
