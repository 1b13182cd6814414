import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { browserEnvironment, tellDate } from './other-date.js';

const QUIET = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
/** Machines that run tests have no graphics card: drawing in the browser's own process, without one, takes a third less. */
const PLAIN = ['--disable-gpu', '--in-process-gpu', '--disable-site-isolation-trials'];

/**
 * A real Chromium for one test file, with one page that is kept from test to test. Screenshots go to SCREENSHOTS, where that is set.
 * `worker` lets the app keep itself for times without a network, which costs each first page a second.
 */
export function openBrowser(viewport: { width: number; height: number }, { worker = false } = {}) {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let current: Page | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM_PATH;
    if (!executablePath) throw new Error('There is no Chromium for the tests: run them with npm run test:browser');
    browser = await chromium.launch({ executablePath, args: [...QUIET, ...PLAIN], env: browserEnvironment() });
  }, 240_000);
  afterAll(() => browser?.close());

  const open = async (storageState?: StorageState): Promise<Page> => {
    if (!browser) throw new Error('The browser is not open yet');
    await context?.close();
    context = await browser.newContext({
      viewport,
      timezoneId: 'UTC',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: worker ? 'allow' : 'block',
      ...(storageState && { storageState }),
    });
    await tellDate(context);
    // Far above what anything takes: two files at a time on a busy machine are slow.
    context.setDefaultTimeout(60_000);
    current = await context.newPage();
    current.on('pageerror', ({ message }) => faults.push(message));
    current.on('console', (message) => {
      // A refusal that a test provokes is written to the console by the browser itself.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
    return current;
  };

  return {
    faults,
    page: async (): Promise<Page> => current ?? open(),
    /** A fresh page, signed in as somebody, where they start. That the form of the sign-in page leads there is shown by tests of its own. */
    async as(url: string, email: string): Promise<Page> {
      const page = await open(await signedInAs(url, email));
      await page.goto(url);
      await page.waitForURL((address) => address.pathname !== '/');
      return page;
    },
    async shoot(name: string): Promise<void> {
      const folder = process.env.SCREENSHOTS;
      if (!folder || !current) return;
      mkdirSync(folder, { recursive: true });
      await current.screenshot({ path: join(folder, `${name}-${viewport.width}.png`), fullPage: true });
    },
  };
}

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** What a browser keeps of somebody who signed in: the cookie, and the app's hint that it is worth asking for a session. */
async function signedInAs(url: string, email: string): Promise<StorageState> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
  const [pair = '', ...attributes] = (answer.headers.getSetCookie()[0] ?? '').split('; ');
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((each) => each.startsWith('Path='))?.slice('Path='.length) ?? '/';
  const { account } = (await answer.json()) as { account: object };
  const { origin, hostname } = new URL(url);
  return {
    cookies: [{ name, value, path, domain: hostname, expires: Date.now() / 1_000 + 86_400, httpOnly: true, secure: false, sameSite: 'Strict' }],
    origins: [{ origin, localStorage: [{ name: 'daymark-signed-in', value: JSON.stringify(account) }] }],
  };
}
