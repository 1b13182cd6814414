import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** A Chromium that takes the certificates of the run. Told to each context it would not count for service workers. */
export function openChromium() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM_PATH;
    if (!executablePath) throw new Error('There is no Chromium for the tests: run them with npm run test:hosting');
    browser = await chromium.launch({ executablePath, args: [...QUIET, '--ignore-certificate-errors'] });
  }, 60_000);
  afterAll(() => browser?.close(), 60_000);
  return {
    async visit(): Promise<Visit> {
      if (!browser) throw new Error('The browser is not open yet');
      const context = await browser.newContext({ timezoneId: 'UTC', reducedMotion: 'reduce' });
      context.setDefaultTimeout(30_000);
      return new Visit(context, await context.newPage());
    },
  };
}

/** Somebody with a browser of their own, and everything that went wrong in it. */
class Visit {
  readonly faults: string[] = [];
  readonly asked = new Set<string>();

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    context.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
    context.on('weberror', (error) => this.faults.push(error.error().message));
    context.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && this.faults.push(`${request.url()} failed`));
    context.on('response', (response) => response.status() >= 400 && this.faults.push(`${response.url()} answered ${response.status()}`));
    context.on('request', (request) => this.asked.add(request.url()));
  }

  async signsIn(url: string, email: string): Promise<void> {
    const { page } = this;
    await page.goto(`${url}/`);
    await page.waitForURL(`${url}/sign-in`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${url}/today`);
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
  }

  /** Resolves to the scope of the service worker once it has kept the app. */
  workerScope = () => this.page.evaluate<string>('navigator.serviceWorker.ready.then(({ scope }) => scope)');

  async offline(): Promise<void> {
    await this.context.setOffline(true);
  }

  close = () => this.context.close();
}
