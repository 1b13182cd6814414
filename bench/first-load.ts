/**
 * `npm run bench:first-load`: loads Today with an empty cache, on slow 4G with a processor four times slower, as
 * Lighthouse emulates a phone. Prints the median of five loads as one line of JSON.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { makeLearners } from './support/learners.js';
import { setStage } from './support/stage.js';

const LOADS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Bytes a second and milliseconds: 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER_PROCESSOR = 4;
/** The first load ends when the page was idle for this long. */
const IDLE_MS = 1_000;

/** Runs in the page: the largest paint so far, and what each long task blocks beyond 50 ms. */
const WATCH = `
  window.firstLoad = { lcpMs: 0, blockingMs: 0 };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.firstLoad.lcpMs = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.firstLoad.blockingMs += entry.duration - 50; })
    .observe({ type: 'longtask', buffered: true });`;

interface Load {
  requests: number;
  kB: number;
  scriptKB: number;
  lcpMs: number;
  blockingMs: number;
}

async function load(context: BrowserContext, url: string): Promise<Load> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  const scripts = new Set<string>();
  const sum = { requests: 0, bytes: 0, scriptBytes: 0 };
  devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.requests += 1;
    sum.bytes += encodedDataLength;
    if (scripts.has(requestId)) sum.scriptBytes += encodedDataLength;
  });
  // Locators run scripts in the page, which would count as blocking. So the page is looked at only when it has been idle for a while.
  const answer = page.waitForResponse(/\/enrollments\/[^/]+\/today$/);
  await page.goto(`${url}/today`);
  await (await answer).finished();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(IDLE_MS);
  const { lcpMs, blockingMs } = await page.evaluate<{ lcpMs: number; blockingMs: number }>('window.firstLoad');
  if (!(await page.getByRole('button', { name: 'Log something else' }).isVisible())) throw new Error('The page was not complete when it was measured.');
  return {
    requests: sum.requests,
    kB: Math.round(sum.bytes / 1_000),
    scriptKB: Math.round(sum.scriptBytes / 1_000),
    lcpMs: Math.round(lcpMs),
    blockingMs: Math.round(blockingMs),
  };
}

/** A new browser context with an empty cache and a signed-in person. */
async function signedIn(browser: Browser, url: string, email: string, password: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const answer = await context.request.post(`${url}/api/v1/sessions`, { data: { email, password } });
  const { account } = (await answer.json()) as { account: object };
  await context.addInitScript(`localStorage.setItem('daymark-signed-in', ${JSON.stringify(JSON.stringify(account))});${WATCH}`);
  return context;
}

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;

interface Finder {
  findChromium: () => Promise<{ path?: string; missing?: string }>;
}

const { findChromium } = (await import(pathToFileURL(join(process.cwd(), 'scripts', 'chromium.mjs')).href)) as Finder;
const { path, missing } = await findChromium();
if (!path) throw new Error(missing);
const stage = await setStage(undefined, { roles: 'all' });
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
try {
  await makeLearners(stage.daymark, 1);
  const loads: Load[] = [];
  for (let n = 0; n < LOADS; n++) {
    const context = await signedIn(browser, stage.daymark, 'bench-0@harbour.example', 'measuring is knowing');
    loads.push(await load(context, stage.daymark));
    await context.close();
  }
  const of = (figure: keyof Load) => median(loads.map((each) => each[figure]));
  const figures = { requests: of('requests'), kB: of('kB'), scriptKB: of('scriptKB'), lcpMs: of('lcpMs'), blockingMs: of('blockingMs') };
  console.log(JSON.stringify({ name: 'first-load', loads: loads.length, ...figures }));
} finally {
  await browser.close();
  await stage.close();
}
