import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** Anybody finds their way in the curricula by a word, however it is spelt. */
describe('a visitor who searches', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();
  const faultsOfPage = async () => barriersAtEachWidth(await browser.page());

  it('is told what to type, and finds a misspelt word, marked where it stands', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/search`);
    await page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
    expect(await faultsOfPage()).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search the curricula' }).pressSequentially('kuberntes');
    await page.getByRole('heading', { level: 2, name: 'Levels' }).waitFor();
    await page.locator('mark', { hasText: 'Kubernetes' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('kuberntes');
    expect(await page.getByRole('searchbox').inputValue()).toBe('kuberntes');
    expect(await faultsOfPage()).toEqual([]);
    await browser.shoot('search');
  }, 240_000);

  it('goes on to a level, and comes back to what was found', async () => {
    const page = await browser.page();
    await page.getByRole('searchbox').fill('maturity models');
    await page.getByRole('link', { name: 'MLOps maturity models' }).click();
    await page.getByRole('heading', { level: 1, name: 'MLOps Foundation' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'MLOps maturity models' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('maturity models');
  }, 240_000);

  it('hears when there is nothing, and when it failed', async () => {
    const page = await browser.page();
    await page.getByRole('searchbox').fill('qwertyuiopasdf');
    await page.getByRole('heading', { name: 'Nothing found for “qwertyuiopasdf”' }).waitFor();
    expect(await faultsOfPage()).toEqual([]);
    await page.route('**/api/v1/search?*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`${daymark.url}/search?q=docker`);
    await page.getByRole('alert').getByText('Results could not be loaded').waitFor();
    await page.unroute('**/api/v1/search?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('mark', { hasText: 'Docker' }).first().waitFor();
    expect(browser.faults.filter((fault) => !fault.includes('503'))).toEqual([]);
  }, 240_000);
});
