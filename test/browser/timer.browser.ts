import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

describe('the focus timer', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  const entries = async () => (await learner.call(listStudyEntries, { params: { enrollmentId: learner.enrollmentId }, query: {} })).items;

  it('starts with T, and goes on over a reload and on other pages', async () => {
    learner = await daymark.learner({ examOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10) });
    const page = await browser.as(daymark.url, learner.email);
    await page.clock.install();
    await page.goto(`${daymark.url}/today`);
    await page.getByRole('button', { name: 'Start timer' }).waitFor();
    await page.keyboard.press('t');
    await page.getByText('Studying now').waitFor();
    await page.clock.fastForward('24:50');
    await page.reload();
    await page
      .getByRole('timer')
      .getByText(/^24:5\d$/)
      .waitFor();
    await browser.shoot('today-timer');
    await page.goto(`${daymark.url}/plan`);
    await page.getByRole('link', { name: /^Timer on:/ }).waitFor();
    await browser.shoot('plan-timer');
  }, 240_000);

  it('pauses with T, and logs what it counted', async () => {
    const page = await browser.page();
    await page.getByRole('link', { name: /^Timer on:/ }).click();
    await page.getByText('Studying now').waitFor();
    await page.keyboard.press('t');
    await page.getByText('Paused').waitFor();
    await page.clock.fastForward('30:00');
    await page.getByRole('button', { name: 'Stop, log 25 min' }).click();
    await page.getByRole('status').getByText('25 min logged').waitFor();
    expect((await entries()).map(({ minutes }) => minutes)).toEqual([25]);
    await page.getByRole('button', { name: 'Start timer' }).waitFor();
  }, 240_000);

  it('asks how long it really was when it ran overnight', async () => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'Start timer' }).click();
    await page.getByText('Studying now').waitFor();
    await page.clock.fastForward('09:12:00');
    await page.reload();
    await page.getByText('The timer ran for 9:12').waitFor();
    await browser.shoot('today-timer-left');
    await page.getByLabel('Minutes studied').fill('40');
    await page.getByRole('button', { name: 'Log 40 min' }).click();
    await page.getByRole('status').getByText('40 min logged').waitFor();
    expect((await entries()).map(({ minutes }) => minutes).sort()).toEqual([25, 40]);
  }, 240_000);

  it('lists its keys behind ?', async () => {
    const page = await browser.page();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Start the timer').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.getByRole('form', { name: 'Log study' }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
