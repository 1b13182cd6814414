import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Download, type Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { tellDate } from './other-date.js';
import { settled, watchTraffic } from './settled.js';

export interface Viewport {
  width: number;
  height: number;
}

export const DESK: Viewport = { width: 1280, height: 900 };
export const PHONE: Viewport = { width: 390, height: 844 };

/**
 * A context of its own for one test file in the run's Chromium, with one page that is kept from test to test. Screenshots go to
 * SCREENSHOTS, where that is set. `worker` lets the app install its service worker, which adds a second to each first page.
 */
export function openBrowser(viewport: Viewport = DESK, { worker = false } = {}) {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let current: Page | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    const server = process.env.TEST_BROWSER_URL;
    if (!server) throw new Error('There is no Chromium for the tests: run them with npm run test:browser');
    browser = await chromium.connect(server);
    context = await browser.newContext({
      viewport,
      timezoneId: 'UTC',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: worker ? 'allow' : 'block',
    });
    await tellDate(context);
    // The browser reports some violations, such as an attempt to use eval, only to such a listener.
    await context.addInitScript(`addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
      console.error('Violation of the content security policy: ' + [violatedDirective, sourceFile, lineNumber].join(' ')))`);
    // Far above what anything takes: two files at a time on a busy machine are slow.
    context.setDefaultTimeout(60_000);
    context.on('page', watchTraffic);
    context.on('weberror', (error) => faults.push(error.error().message));
    context.on('console', (message) => {
      // A refusal that a test provokes is written to the console by the browser itself.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
    });
  }, 240_000);
  // The contexts of this connection close with it.
  afterAll(() => browser?.close(), 240_000);

  const open = (): BrowserContext => {
    if (!context) throw new Error('The browser is not open yet');
    return context;
  };

  return {
    faults,
    page: async (): Promise<Page> => (current ??= await open().newPage()),
    /**
     * A fresh page, signed in as somebody, where they start. Nothing is left of who was here before but the cached files of the app.
     * That the form of the sign-in page leads there is shown by tests of its own.
     */
    async as(url: string, email: string): Promise<Page> {
      const [state] = await Promise.all([
        signedInAs(url, email),
        ...open()
          .pages()
          .map((page) => page.close()),
      ]);
      await open().setStorageState(state);
      current = await open().newPage();
      await current.goto(url);
      await current.waitForURL((address) => address.pathname !== '/');
      return current;
    },
    /** Pictures of the page as it is: at the desk and on the phone, or at the width of this browser if it is not the desk's. */
    async shoot(name: string): Promise<void> {
      const folder = process.env.SCREENSHOTS;
      if (!folder || !current) return;
      mkdirSync(folder, { recursive: true });
      const page = current;
      const shootAt = ({ width }: Viewport) => page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
      if (page.viewportSize()?.width === DESK.width) await atEachWidth(page, shootAt);
      else await shootAt(page.viewportSize() ?? viewport);
    },
  };
}

/** Does the same at the width of a desk and of a phone, the page as it is; what it finds comes in that order. */
export async function atEachWidth<T>(page: Page, look: (viewport: Viewport) => Promise<T>): Promise<T[]> {
  const before = page.viewportSize() ?? DESK;
  const found: T[] = [];
  try {
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      await settled(page);
      found.push(await look(viewport));
    }
  } finally {
    await page.setViewportSize(before);
  }
  await settled(page);
  return found;
}

/** What the browser downloaded; its file is the browser's, which the tests reach over a connection. */
export const bytesOf = async (download: Download): Promise<Buffer> => buffer(await download.createReadStream());

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

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
