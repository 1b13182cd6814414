/** Finds the Chromium that the browser tests drive, or installs one, or says what to install. */
import { installDebianPackage, isRunnable, onPath } from './debian.mjs';
import { runPackage, tell } from './ground.mjs';

/** The first is Chromium without what a window needs: the same pages for less. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const onThisSystem = () => [...NAMES.map(onPath), ...PLACES].find((path) => path && isRunnable(path));

async function ofPlaywright() {
  const { chromium } = await import('playwright-core');
  return [chromium.executablePath()].find((path) => path && isRunnable(path));
}

/** The path, or a sentence in `missing`. A CHROMIUM_PATH that leads nowhere is a fault, never passed over. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isRunnable(given) ? { path: given } : { missing: `CHROMIUM_PATH is ${given}, which is no Chromium that runs: correct it or leave it out.` };
  const found = onThisSystem() ?? (await ofPlaywright());
  if (found) return { path: found };
  if (await installDebianPackage('chromium')) {
    const installed = onThisSystem();
    if (installed) return { path: installed };
  }
  tell('Installing Chromium (Playwright) ...');
  await runPackage('playwright-core/cli.js', ['install', 'chromium']);
  const installed = await ofPlaywright();
  return installed
    ? { path: installed }
    : { missing: 'The browser tests need Chromium: install the package chromium of your system, or set CHROMIUM_PATH to one.' };
}
