import type { Page, Response } from 'playwright-core';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { openBrowser } from './browser.js';
import { hasFocus } from './focus.js';
import { settled } from './settled.js';

interface Budget {
  requests: number;
  /** Of JavaScript as it is sent: compressed. */
  scriptBytes: number;
}

/** Budgets for the first load of a page. A phone on slow 4G loads 200 kB in a second, and each request waits for its turn. */
const BUDGETS: readonly [path: string, budget: Budget][] = [
  ['/today', { requests: 25, scriptBytes: 200_000 }],
  ['/plan', { requests: 45, scriptBytes: 270_000 }],
  ['/readiness', { requests: 40, scriptBytes: 250_000 }],
];

interface Loaded {
  url: string;
  bytes: number;
  isScript: boolean;
}

describe('the first load', () => {
  const daymark = startDaymark({ worker: true });
  const browser = openBrowser();
  let learner: Learner;

  beforeAll(async () => {
    learner = await daymark.learner({});
  }, 240_000);

  /** All requests of a page from an empty cache, until it is idle. */
  async function load(path: string): Promise<Loaded[]> {
    const page = await browser.as(daymark.url, learner.email);
    // Pending requests of the previous page don't count.
    await page.goto('about:blank');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const loaded: Promise<Loaded>[] = [];
    page.on('response', (response) => loaded.push(sizeOf(response)));
    await page.goto(`${daymark.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    return Promise.all(loaded);
  }

  it.each(BUDGETS)(
    'of %s stays within its budget',
    async (path, budget) => {
      const loaded = await load(path);
      const scripts = loaded.filter(({ isScript }) => isScript);
      const largest = scripts.sort((one, other) => other.bytes - one.bytes).map(({ url, bytes }) => `${bytes} ${url}`);
      const sum = scripts.reduce((total, { bytes }) => total + bytes, 0);
      expect(scripts.length).toBeGreaterThan(0);
      expect({ requests: loaded.length <= budget.requests || loaded.map(({ url }) => url) }).toEqual({ requests: true });
      expect({ scriptBytes: sum <= budget.scriptBytes || [`${sum} in all`, ...largest] }).toEqual({ scriptBytes: true });
    },
    240_000,
  );
});

const FORM_CODE = /\/assets\/log-form-drawer-/;

/** Delays the code of the form until the returned function is called. */
async function delayForm(page: Page): Promise<() => void> {
  let deliver = () => {};
  const isDelivered = new Promise<void>((resolve) => (deliver = resolve));
  await page.route(FORM_CODE, (route) => isDelivered.then(() => route.continue()));
  return deliver;
}

describe('a form whose code arrives late', () => {
  const daymark = startDaymark({ worker: true });
  const browser = openBrowser();
  let learner: Learner;

  beforeAll(async () => {
    learner = await daymark.learner({});
    await learner.logs({ date: (await learner.today()).date, minutes: 25 });
  }, 240_000);

  it('returns the focus to its button when it is closed before and after its code arrives', async () => {
    const page = await browser.as(daymark.url, learner.email);
    const deliver = await delayForm(page);
    const button = page.getByRole('button', { name: 'Log something else' });
    const sheet = page.getByRole('dialog', { name: 'Log study' });
    await button.press('Enter');
    await sheet.getByRole('button', { name: 'Close' }).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await hasFocus(button);

    await button.press('Enter');
    await sheet.waitFor();
    deliver();
    await page.getByRole('form', { name: 'Log study' }).getByLabel('Minutes').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await hasFocus(button);
  }, 240_000);

  it('stays closed when it is closed before its code arrives, even if the address opened it', async () => {
    const page = await browser.as(daymark.url, learner.email);
    const deliver = await delayForm(page);
    await page.goto(`${daymark.url}/today?log=true`, { waitUntil: 'commit' });
    const sheet = page.getByRole('dialog', { name: 'Log study' });
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    deliver();
    await settled(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }, 240_000);

  it('returns the focus to the button that corrects an entry', async () => {
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/progress`);
    const button = page.getByRole('button', { name: /^Correct 25 min on/ });
    await button.press('Enter');
    await page.getByRole('form', { name: 'Correct this entry' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(button);
  }, 240_000);
});

describe('code that cannot be loaded', () => {
  const daymark = startDaymark({ worker: true });
  const browser = openBrowser();

  it('of a form shows an error in its place, and can be loaded again', async () => {
    const learner = await daymark.learner({});
    const page = await browser.as(daymark.url, learner.email);
    await page.route(FORM_CODE, (route) => route.abort());
    await page.getByRole('button', { name: 'Log something else' }).click();
    const sheet = page.getByRole('dialog', { name: 'Log study' });
    await sheet.getByText('Log study could not be loaded').waitFor();
    await page.unroute(FORM_CODE);
    await sheet.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('form', { name: 'Log study' }).getByLabel('Minutes').waitFor();
  }, 240_000);

  it('of a form is loaded again when the form opens again', async () => {
    const page = await browser.as(daymark.url, (await daymark.learner({})).email);
    await page.route(FORM_CODE, (route) => route.abort());
    const button = page.getByRole('button', { name: 'Log something else' });
    await button.press('Enter');
    await page.getByText('Log study could not be loaded').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.unroute(FORM_CODE);
    // The button already has the focus, so only its click can load the form.
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Log study' }).getByLabel('Minutes').waitFor();
  }, 240_000);

  it('of a page leads to a page that says so, not to a blank one', async () => {
    const page = await browser.page();
    await page.route(/\/assets\/plan-page-.*\.js/, (route) => route.abort());
    await page.goto(`${daymark.url}/plan`);
    await page.getByRole('heading', { name: 'This page could not be opened' }).waitFor();
    await page.getByRole('button', { name: 'Load again' }).waitFor();
  }, 240_000);
});

async function sizeOf(response: Response): Promise<Loaded> {
  const request = response.request();
  await response.finished();
  const { responseBodySize } = await request.sizes();
  return { url: new URL(request.url()).pathname, bytes: responseBodySize, isScript: request.resourceType() === 'script' };
}
