import { Recompute } from '../../src/readiness/recompute.service.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the Readiness page after an upgrade', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('says once that a new model changed the score', async () => {
    const learner = await daymark.learner({ examOn: inDays(40) });
    const skillId = (await learner.plan()).items.flatMap((item) => item.skillId ?? [])[0]!;
    for (const day of [6, 5, 4, 3, 2]) await learner.logs({ date: inDays(-day), minutes: 90, skillId });
    const recompute = () => daymark.app.get(Recompute).of([learner.enrollmentId]);
    await recompute();
    await daymark.database.query(
      `update readiness_snapshot set date = date - 1, model = 'evidence-1', score = 61, low = 50, high = 70 where enrollment_id = $1`,
      [learner.enrollmentId],
    );
    await recompute();
    const { score } = await learner.readiness();

    await browser.as(daymark.url, learner.email);
    const page = await browser.page();
    await page.goto(`${daymark.url}/readiness`);
    await page.getByText('We improved how readiness is calculated', { exact: true }).waitFor();
    const change = page.getByText(`Your score changed from 61 to ${score}.`);
    await change.waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await change.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Readiness' }).waitFor();
    await page.getByRole('heading', { name: /skill by skill/i }).waitFor();
    // What the device kept of the page is replaced by the server's answer.
    await change.waitFor({ state: 'detached' });
  }, 240_000);
});
