import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

describe('a learner in Settings, on the phone', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser({ width: 390, height: 844 });

  it('stops preparing for a level, and goes on after all', async () => {
    const { email } = await daymark.learner({ examOn: inDays(30) });
    const page = await browser.as(daymark.url, email);
    await page.goto(`${daymark.url}/settings`);
    const preparation = page.getByRole('region', { name: 'Preparing for MLOps Foundation' });
    await preparation.getByRole('button', { name: 'Stop preparing for this level' }).click();
    await preparation.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('You no longer prepare for MLOps Foundation').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await preparation.waitFor();
  }, 60_000);

  it('says that the exam is passed, and Today knows', async () => {
    const page = await browser.page();
    await browser.shoot('settings');
    const outcome = page.getByRole('region', { name: 'How did the exam go?' });
    await outcome.getByRole('button', { name: 'I passed' }).click();
    await outcome.getByLabel('Score, if you know it').fill('81');
    await outcome.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('MLOps Foundation is passed').waitFor();
    await page.goto(`${daymark.url}/today`);
    await page.getByText('You passed MLOps Foundation').waitFor();
    await browser.shoot('today-passed');
    expect(browser.faults).toEqual([]);
  }, 60_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
