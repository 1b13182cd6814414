import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** Levels are read before there is an account, and the way in leads back to where it began. */
describe('a visitor', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('is told before there is an account what a level demands', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/certifications/kubernetes`);
    await page.getByRole('navigation', { name: 'Where you are' }).getByText('Kubernetes Certifications').waitFor();
    await page.getByRole('heading', { name: 'How a certificate is renewed' }).waitFor();
    await page
      .getByRole('list', { name: 'Map of levels' })
      .getByRole('link', { name: /^Kubernetes Security Specialist/ })
      .click();
    await page.getByText('It opens once you have passed Kubernetes Administrator (CKA) and said so here.').waitFor();
    expect(await page.getByRole('link', { name: 'Choose a date and start' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Look at Kubernetes Administrator (CKA)' }).waitFor();
    await browser.shoot('visitor-level-locked');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    // Each thing is drawn once, and where nothing is, that is said.
    await page.getByRole('heading', { name: 'What comes after' }).waitFor();
    expect(await page.locator('ul:not(:has(li))').count()).toBe(0);
  }, 240_000);

  it('reads the levels without an account', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/levels`);
    await page.getByRole('heading', { level: 1, name: 'Certifications' }).waitFor();
    await browser.shoot('visitor-levels');
  }, 240_000);

  it('is led by signing in and registering to the level they chose', async () => {
    const page = await browser.page();
    await page
      .getByRole('main')
      .getByRole('link', { name: /MLOps Foundation/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'MLOps Foundation' }).waitFor();
    const level = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await browser.shoot('visitor-level');
    await page.getByRole('link', { name: 'Choose a date and start' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in to Daymark' }).waitFor();
    await page.getByRole('link', { name: 'Make an account' }).click();
    await page.getByLabel('Name').fill('Pia Tideway');
    await page.getByLabel('Email').fill('pia@harbour.example');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('heading', { name: 'When is the exam?' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/enroll/${level}`);
  }, 240_000);

  it('never is led elsewhere by an address that is not ours', async () => {
    const page = await browser.page();
    for (const next of ['//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', 'https://elsewhere.example']) {
      await page.goto('about:blank');
      await page.goto(`${daymark.url}/register?next=${encodeURIComponent(next)}`);
      await page.waitForURL((address) => address.pathname === '/levels');
      expect(new URL(page.url()).origin).toBe(new URL(daymark.url).origin);
      await page.goto(`${daymark.url}/sign-in?next=${encodeURIComponent(next)}`);
      await page.waitForURL(({ href }) => href === `${daymark.url}/today`);
    }
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
