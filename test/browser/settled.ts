import type { Page, Request } from 'playwright-core';

/** In the first frame the page draws what it knows, in the second what it measured of itself. */
const TWO_FRAMES = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))';

/** What holds the place of something that loads. Those of the style guide are there to be looked at, and stay. */
const SKELETON = '[aria-busy=true]:not([class*=specimen] *)';

/** The requests of a page that have no answer yet. */
class Traffic {
  private readonly unanswered = new Set<Request>();
  private waiting: (() => void)[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.unanswered.add(request));
    page.on('requestfinished', (request) => this.ends(request));
    page.on('requestfailed', (request) => this.ends(request));
  }

  get isQuiet(): boolean {
    return this.unanswered.size === 0;
  }

  async quiet(): Promise<void> {
    if (!this.isQuiet) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private ends(request: Request): void {
    this.unanswered.delete(request);
    if (this.isQuiet) for (const resolve of this.waiting.splice(0)) resolve();
  }
}

const traffic = new WeakMap<Page, Traffic>();

/** Counts the requests of a page from now on; to be called before it goes anywhere. */
export function watchTraffic(page: Page): void {
  traffic.set(page, new Traffic(page));
}

/** Resolves once a page has everything that it asked for, has drawn it and shows no skeleton. It does not wait for a quiet half second. */
export async function settled(page: Page): Promise<void> {
  const requests = traffic.get(page);
  if (!requests) throw new Error('Nobody watches the traffic of this page');
  do {
    await requests.quiet();
    await page.locator(SKELETON).first().waitFor({ state: 'detached' });
    await page.evaluate(TWO_FRAMES);
  } while (!requests.isQuiet);
}
