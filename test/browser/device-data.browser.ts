import type { Page } from 'playwright-core';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { changePassword } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser, PHONE } from './browser.js';

const SECRET_NOTE = 'Only I may read this';

/** Everything this origin keeps, as one text: local storage, every store of IndexedDB, and the caches of the service worker. Runs in the page. */
const KEPT = `(async () => {
  const text = (value) => JSON.stringify(value, (_, each) => (each instanceof CryptoKey ? 'key' : ArrayBuffer.isView(each) || each instanceof ArrayBuffer ? 'bytes' : each));
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('daymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
  const all = (name) => new Promise((resolve) => {
    const reading = database.transaction(name).objectStore(name).getAll();
    reading.onsuccess = () => resolve(reading.result);
  });
  const stores = {};
  for (const name of database.objectStoreNames) stores[name] = await all(name);
  database.close();
  const cached = [];
  for (const name of await caches.keys()) cached.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
  return { text: text({ stores, items: { ...localStorage } }), sealed: stores.sealed.length, keys: stores.keys.length, api: cached.filter((path) => path.startsWith('/api/')) };
})()`;

interface Kept {
  text: string;
  sealed: number;
  keys: number;
  api: string[];
}

/** Waits until the device holds what a test is about: it is written a moment after the page shows it. */
async function kept(page: Page, isThere: (kept: Kept) => boolean): Promise<Kept> {
  for (;;) {
    const now = await page.evaluate<Kept>(KEPT);
    if (isThere(now)) return now;
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
}

describe('what a device holds of people', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser(PHONE, { worker: true });
  let [ann, ben]: Learner[] = [];

  const entriesOf = async (learner: Learner) =>
    (await learner.call(listStudyEntries, { params: { enrollmentId: learner.enrollmentId }, query: {} })).items.map(({ minutes }) => minutes);
  const enters = async (page: Page, { email }: Learner) => {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
  };
  const logs = async (page: Page, minutes: number) => {
    await page.getByRole('button', { name: 'Log something else' }).click();
    const form = page.getByRole('form', { name: 'Log study' });
    await form.getByLabel('Minutes').fill(String(minutes));
    await form.getByLabel('Note').fill(SECRET_NOTE);
    await form.getByRole('button', { name: `Log ${minutes} min` }).click();
    await form.waitFor({ state: 'detached' });
  };
  const signsOut = async (page: Page) => {
    await page.getByRole('button', { name: /, account$/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const ofAnn = () => [ann!.id, ann!.email, ann!.enrollmentId, SECRET_NOTE];

  beforeAll(async () => {
    const examOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    [ann, ben] = [await daymark.learner({ examOn }), await daymark.learner({ examOn })];
  });

  it('a session that is ended elsewhere leaves unsent study locked, and nothing to read', async () => {
    const page = await browser.as(daymark.url, ann!.email);
    await page.goto(`${daymark.url}/today`);
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const before = await kept(page, ({ text, keys }) => keys === 1 && text.includes(ann!.enrollmentId));
    expect(before.api).toEqual([]);
    await page.context().setOffline(true);
    await logs(page, 31);
    await kept(page, ({ text }) => text.includes(SECRET_NOTE));
    await ann!.call(changePassword, { body: { current: PASSWORD, next: PASSWORD } });
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('1 study session not sent yet').waitFor();
    await browser.shoot('sign-in-locked');
    const after = await kept(page, ({ sealed, keys }) => sealed === 1 && keys === 0);
    for (const word of ofAnn().slice(1)) expect(after.text).not.toContain(word);
  }, 240_000);

  it('the next person neither sees nor sends it', async () => {
    const page = await browser.page();
    await enters(page, ben!);
    await page.reload();
    await page.getByRole('button', { name: 'Log something else' }).waitFor();
    expect(await page.getByText('31 min').count()).toBe(0);
    expect(await entriesOf(ben!)).toEqual([]);
    await signsOut(page);
    await page.getByRole('heading', { name: 'Sign in to Daymark' }).waitFor();
  }, 240_000);

  it('its owner signs in again, and it is sent', async () => {
    const page = await browser.page();
    await enters(page, ann!);
    await page.getByText('31 of').first().waitFor();
    expect(await entriesOf(ann!)).toEqual([31]);
    await kept(page, ({ sealed }) => sealed === 0);
  }, 240_000);

  it('signing out offline asks first, then signs out at once, and the sign-out is sent before anything else', async () => {
    const page = await browser.page();
    await page.context().setOffline(true);
    await logs(page, 12);
    await signsOut(page);
    const dialog = page.getByRole('dialog', { name: 'Sign out and delete unsent work?' });
    await dialog.getByText('1 study session hasn’t been sent.').waitFor();
    await browser.shoot('sign-out-unsent');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await signsOut(page);
    await dialog.getByRole('button', { name: 'Sign out and delete' }).click();
    await page.getByText('You’re signed out on this device').waitFor();
    const left = await kept(page, ({ keys }) => keys === 0);
    for (const word of ofAnn().slice(1)) expect(left.text).not.toContain(word);
    expect(left.sealed).toBe(0);
    await page.reload();
    await page.getByText('You’re signed out on this device').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/') && asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.context().setOffline(false);
    await page.getByText('We reached the server').waitFor();
    expect(asked[0]).toBe('DELETE /api/v1/sessions/current');
    await page.goto(`${daymark.url}/today`);
    await page.getByRole('heading', { name: 'Sign in to Daymark' }).waitFor();
    expect(asked).not.toContain('PUT /api/v1/sessions/current');
    expect(await entriesOf(ann!)).toEqual([31]);
  }, 240_000);

  it('every tab is signed out with the first', async () => {
    const page = await browser.page();
    await enters(page, ann!);
    const second = await page.context().newPage();
    await second.goto(`${daymark.url}/plan`);
    await second.getByRole('heading', { name: 'Plan', exact: true }).waitFor();
    await signsOut(page);
    await second.getByRole('heading', { name: 'Sign in to Daymark' }).waitFor();
    await second.close();
    expect(browser.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  }, 240_000);
});
