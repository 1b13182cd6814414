import type { Page } from 'playwright-core';
import { openDraft, readDraft, saveDraft, tagOf } from '../../src/curriculum/drafts/draft.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

const slug = 'kubernetes';
const params = { slug };
const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor();
const stays = (page: Page) => page.getByRole('dialog', { name: 'Leave before this is saved?' });
/** Takes the server away from saves of drafts, or has it refuse them. */
const onSave = (page: Page, answer: 'abort' | 'refuse') =>
  page.route(`**/drafts/${slug}`, (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    if (answer === 'abort') return route.abort();
    const problem = { type: '/problems/bad-input', status: 400, title: 'Not like that', detail: 'The name is longer than it may be.' };
    return route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });

describe('work that no server has yet', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  const opens = async (): Promise<Page> => {
    const admin = await daymark.withRoles('admin');
    await admin.call(openDraft, { body: { certification: slug } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/curriculum/${slug}`);
    await page.getByLabel('Who runs it').waitFor();
    return page;
  };
  const held = async () => (await (await daymark.withRoles('admin')).call(readDraft, { params })).document;

  it('is said to be unsaved while nobody answers, asks before one leaves, and is saved once somebody does', async () => {
    const page = await opens();
    await onSave(page, 'abort');
    await page.getByLabel('Who runs it').fill('Typed in the tunnel');
    await page.getByText('Not saved yet: nobody answers. It is tried again').waitFor();
    await browser.shoot('editor-offline');
    await page.getByRole('link', { name: 'History' }).click();
    await stays(page).getByRole('button', { name: 'Stay', exact: true }).click();
    await page.getByRole('button', { name: 'Review and publish' }).click();
    await page.getByText('Nothing to review yet').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/curriculum/${slug}`);
    await page.unroute(`**/drafts/${slug}`);
    await saved(page);
    expect((await held()).host).toBe('Typed in the tunnel');
  }, 240_000);

  it('survives a closed tab: it lies on the device, and goes to the server on the next visit', async () => {
    const page = await opens();
    await onSave(page, 'abort');
    await page.getByLabel('Who runs it').fill('Typed before the crash');
    await page.getByText('Not saved yet: nobody answers').waitFor();
    // A tab that is closed or crashes asks nobody.
    const again = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    await again.goto(`${daymark.url}/curriculum/${slug}`);
    expect(await again.getByLabel('Who runs it').inputValue()).toBe('Typed before the crash');
    await saved(again);
    expect((await held()).host).toBe('Typed before the crash');
  }, 240_000);

  it('is not reviewed when the server refused it, and says why', async () => {
    const page = await opens();
    await onSave(page, 'refuse');
    await page.getByLabel('Who runs it').fill('Refused');
    await page.getByText('Not saved: The name is longer than it may be.').waitFor();
    expect(await page.getByRole('button', { name: 'Review and publish' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'History' }).click();
    await stays(page).getByText('The server refused your last edits').waitFor();
    await browser.shoot('editor-leaving');
    await stays(page).getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'History of the draft' }).waitFor();
    await page.unroute(`**/drafts/${slug}`);
    await page.goBack();
    await saved(page);
    expect((await held()).host).toBe('Refused');
  }, 240_000);

  it('is neither reviewed nor lost while two works wait to be brought together', async () => {
    const page = await opens();
    const other = await daymark.withRoles('admin');
    const { document, revision } = await other.call(readDraft, { params });
    await other.call(saveDraft, { params, headers: { 'if-match': tagOf(revision) }, body: { document: { ...document, summary: 'Theirs.' } } });
    await page.getByLabel('Who runs it').fill('Mine');
    await page.getByText('worked on this draft too').waitFor();
    expect(await page.getByRole('button', { name: 'Review and publish' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'History' }).click();
    await stays(page).getByText('Somebody else changed this draft too').waitFor();
    await stays(page).getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'History of the draft' }).waitFor();
    await page.goBack();
    await page.getByText('worked on this draft too').waitFor();
    await page.getByRole('button', { name: 'Save both' }).click();
    await saved(page);
    expect(await held()).toMatchObject({ host: 'Mine', summary: 'Theirs.' });
  }, 240_000);
});
