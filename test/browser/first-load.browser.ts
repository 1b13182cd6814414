import type { Response } from 'playwright-core';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { openBrowser } from './browser.js';
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

describe('code that cannot be loaded', () => {
  const daymark = startDaymark({ worker: true });
  const browser = openBrowser();

  it('of a form shows an error in its place, and can be loaded again', async () => {
    const learner = await daymark.learner({});
    const page = await browser.as(daymark.url, learner.email);
    const chunk = /\/assets\/log-form-drawer-/;
    await page.route(chunk, (route) => route.abort());
    await page.getByRole('button', { name: 'Log something else' }).click();
    const sheet = page.getByRole('dialog', { name: 'Log study' });
    await sheet.getByText('Log study could not be loaded').waitFor();
    await page.unroute(chunk);
    await sheet.getByRole('button', { name: 'Try again' }).click();
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
