import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { atEachWidth, openBrowser, overflowOf } from './browser.js';

const LONG_NAME = 'A'.repeat(120);

describe('what somebody typed and has not sent', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  const form = async () => (await browser.page()).getByRole('form', { name: 'Log study' });

  it('is there again after Escape, Back and a reload, until it is discarded', async () => {
    learner = await daymark.learner({ name: LONG_NAME, examOn: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10) });
    const page = await browser.as(daymark.url, learner.email);
    const open = () => page.getByRole('button', { name: 'Log something else' }).click();
    const leaves = [() => page.keyboard.press('Escape'), () => page.goBack(), () => page.goto(`${daymark.url}/today`)];
    for (const [index, leave] of leaves.entries()) {
      await open();
      const note = (await form()).getByLabel('Note');
      await note.fill(`Half a thought, ${index}`);
      await leave();
      await (await form()).waitFor({ state: 'detached' });
      await open();
      await (await form()).getByText('Draft restored').waitFor();
      expect(await note.inputValue()).toBe(`Half a thought, ${index}`);
      await browser.shoot('log-draft');
      await (await form()).getByRole('button', { name: 'Discard draft' }).click();
      expect(await note.inputValue()).toBe('');
      await page.keyboard.press('Escape');
      await (await form()).waitFor({ state: 'detached' });
    }
    await open();
    await (await form()).getByLabel('Note').waitFor();
    expect(await (await form()).getByText('Draft restored').count()).toBe(0);
    await page.keyboard.press('Escape');
  }, 240_000);

  it('goes once it is sent', async () => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'Log something else' }).click();
    await (await form()).getByLabel('Note').fill('A whole thought');
    await (await form()).getByLabel('Minutes').fill('1h 30');
    await (await form()).getByText('1 h 30, 90 min').waitFor();
    await (await form()).getByRole('button', { name: 'Log 90 min' }).click();
    await (await form()).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Log something else' }).click();
    await (await form()).getByLabel('Note').waitFor();
    expect(await (await form()).getByLabel('Note').inputValue()).toBe('');
    await page.keyboard.press('Escape');
  }, 240_000);

  it('is kept of evidence, with a file that was uploaded', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/projects`);
    const handIn = () => page.getByRole('button', { name: /^Add evidence:/ }).first().click(); // prettier-ignore
    const evidence = page.getByRole('form', { name: /^Hand in/ });
    await handIn();
    await evidence.locator('input[type=file]').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan of work') });
    await evidence.getByText('Here', { exact: true }).waitFor();
    await page.reload();
    await handIn();
    await evidence.getByText('Draft restored').waitFor();
    await evidence.getByText('plan.txt').waitFor();
    await evidence.getByText('Here', { exact: true }).waitFor();
    await browser.shoot('evidence-draft');
  }, 240_000);

  it('single keys do nothing once they are turned off', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    const keys = page.getByRole('switch', { name: /^Single-key shortcuts/ });
    await page.locator('label').filter({ hasText: 'Single-key shortcuts' }).first().click();
    await keys.and(page.locator(':not(:checked)')).waitFor({ state: 'attached' });
    await browser.shoot('settings-keys');
    await page.goto(`${daymark.url}/today`);
    await page.getByRole('button', { name: 'Start timer' }).waitFor();
    for (const key of ['t', 'l', 'Shift+?']) await page.keyboard.press(key);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
    expect(await page.getByText('Studying now').count()).toBe(0);
    expect(await page.getByRole('dialog', { name: 'Keys' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  }, 240_000);

  it('a name of 120 letters makes no page wider than its window', async () => {
    const [mentor, admin] = [await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const widths: Record<string, number[]> = {};
    const look = async (path: string) => {
      const page = await browser.page();
      await page.goto(`${daymark.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      widths[path] = await atEachWidth(page, () => overflowOf(page));
    };
    for (const path of ['/settings', '/more', '/today']) await look(path);
    await browser.as(daymark.url, mentor.email);
    for (const path of ['/board', `/board/${learner.enrollmentId}`]) await look(path);
    await browser.shoot('learner-long-name');
    await browser.as(daymark.url, admin.email);
    for (const path of [`/people?search=${learner.email}`, '/audit']) await look(path);
    await browser.shoot('audit-long-name');
    expect(
      Object.values(widths)
        .flat()
        .every((wider) => wider <= 0) || widths,
    ).toBe(true);
  }, 240_000);

  it.each(['confirm-email', 'change-email'])(
    'an expired link of %s leads to a new one',
    async (path) => {
      const page = await browser.page();
      await page.context().clearCookies();
      await page.goto(`${daymark.url}/${path}/over`);
      await page.getByRole('button', { name: 'Confirm email address' }).click();
      await page.getByRole('heading', { name: 'This link has expired' }).waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
      await page.getByRole('link', { name: /new link/ }).waitFor();
      expect(await barriersAtEachWidth(page)).toEqual([]);
      expect(browser.faults).toEqual([]);
    },
    240_000,
  );
});
