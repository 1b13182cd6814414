import { chromium } from 'playwright-core';
import setUpDatabase from './global-setup.mjs';

const QUIET = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
/** Test machines have no graphics card. Drawing in the browser's own process, without one, takes a third less time. */
const PLAIN = ['--disable-gpu', '--in-process-gpu', '--disable-site-isolation-trials'];

/** Starts the database and one Chromium for the whole run. Each test file connects to it and opens its own contexts. */
export default async function setUp() {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('There is no Chromium for the tests: run them with npm run test:browser');
  await setUpDatabase();
  const { browserEnvironment } = await import('../browser/other-date.ts');
  const server = await chromium.launchServer({ executablePath, host: '127.0.0.1', args: [...QUIET, ...PLAIN], env: browserEnvironment() });
  process.env.TEST_BROWSER_URL = server.wsEndpoint();
  globalThis.closeChromium = () => server.close();
}
