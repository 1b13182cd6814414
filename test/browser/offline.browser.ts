import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser, PHONE } from './browser.js';
import { DAILY } from './every-day.js';

/** How many accounts' pages the device keeps; runs in the page. */
const KEPT_QUERIES = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('daymark');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('queries').objectStore('queries').count();
    counting.onsuccess = () => (opening.result.close(), resolve(counting.result));
  };
})`;

describe('without a network, on the phone', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser(PHONE, { worker: true });
  let learner: Learner;
  let planned: number;

  const entries = async () => (await learner.call(listStudyEntries, { params: { enrollmentId: learner.enrollmentId }, query: {} })).items;
  const logs = async (minutes: number) => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'Log something else' }).click();
    const form = page.getByRole('form', { name: 'Log study' });
    await form.getByLabel('Minutes').fill(String(minutes));
    await form.getByRole('button', { name: `Log ${minutes} min` }).click();
    await form.waitFor({ state: 'detached' });
  };

  it('Daymark opens, once it was opened before', async () => {
    learner = await daymark.learner({ examOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10), availability: DAILY });
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/today`);
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    // What was read is written to the device a moment later.
    await page.waitForFunction(KEPT_QUERIES);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('No network. What you log is saved on this device').waitFor();
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
  }, 240_000);

  it('three logs are kept, and are still there after a reload', async () => {
    for (const minutes of [11, 12, 13]) await logs(minutes);
    const page = await browser.page();
    await page.reload();
    await page.getByText('3 logs wait for the network').waitFor();
    await browser.shoot('today-offline');
    expect(await entries()).toEqual([]);
  }, 240_000);

  it('what was planned is done on the device at once, and cannot be logged twice', async () => {
    const page = await browser.page();
    const done = page.getByRole('button', { name: /^Done, log \d+ min$/ });
    planned = Number(/\d+/.exec(await done.innerText())?.[0]);
    await done.click();
    await page.getByText('4 logs wait for the network').waitFor();
    await page.getByText(`${planned} min logged`).waitFor();
    await page.reload();
    await page.getByText(`${planned} min logged`).waitFor();
    expect(await done.count()).toBe(0);
    await browser.shoot('today-offline-done');
  }, 240_000);

  it('Plan and Readiness can be read, though they were never open before', async () => {
    const page = await browser.page();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Plan' }).last().click();
    await page.getByText('left to study before').waitFor();
    await browser.shoot('plan-offline');
    await page.reload();
    await page.getByText('left to study before').waitFor();
    await page.goto(`${daymark.url}/readiness`);
    await page.getByText(/^MLOps Foundation, worked out|^MLOps Foundation, being worked out/).waitFor();
    await browser.shoot('readiness-offline');
    await page.goto(`${daymark.url}/today`);
    await page.getByText('4 logs wait for the network').waitFor();
  }, 240_000);

  it('back on the network exactly these four are sent, in order, once', async () => {
    const page = await browser.page();
    await page.context().setOffline(false);
    await page.getByText(/waits? for the network/).waitFor({ state: 'detached' });
    await page.reload();
    await page
      .getByText(`${36 + planned} of`)
      .first()
      .waitFor();
    expect((await entries()).map(({ minutes, source }) => [minutes, source])).toEqual([
      [planned, 'offline'],
      [13, 'offline'],
      [12, 'offline'],
      [11, 'offline'],
    ]);
  }, 240_000);
});

describe('the service worker of a Daymark at the root of a host', () => {
  const daymark = startDaymark({});
  const browser = openBrowser(PHONE, { worker: true });

  it('does not delete the files of a Daymark below a path of the same host', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/icon-192.png`);
    const other = `workbox-precache-v2-${daymark.url}/school/`;
    await page.evaluate(
      (name) => (globalThis as unknown as { caches: { open: (name: string) => Promise<unknown> } }).caches.open(name).then(() => true),
      other,
    );
    await page.goto(`${daymark.url}/sign-in`);
    await page.waitForFunction(`navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated')`);
    expect(await page.evaluate('caches.keys()')).toContain(other);
  }, 240_000);
});
