import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser, PHONE } from './browser.js';
import { hasFocus } from './focus.js';

/** A keyboard continues where it was, whatever opened, closed or went. */
describe('the focus stays near what a person did', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('goes into a form that opens in the page, and back to its button on Cancel', async () => {
    const learner = await daymark.learner({ examOn: inDays(60) });
    const page = await browser.as(daymark.url, learner.email);
    for (const [path, opener, form, field, leave] of [
      ['/settings', 'Change email address', 'Email address', 'New email address', 'Cancel'],
      ['/settings', 'Create token', 'New token', 'What it is for', 'Cancel'],
      ['/settings', 'Delete my account', 'Leave', 'Your password', 'Stay'],
      ['/plan', 'Add a fixed date', 'Add a fixed date', 'Title', 'Cancel'],
      ['/progress/practice', 'Add a result', 'Add a result', 'Which exam', 'Leave it'],
    ] as const) {
      if (!page.url().endsWith(path)) await page.goto(daymark.url + path);
      await page.getByRole('button', { name: opener }).press('Enter');
      const opened = page.getByRole('form', { name: form });
      await hasFocus(opened.getByLabel(field));
      await opened.getByRole('button', { name: leave }).press('Enter');
      await opened.waitFor({ state: 'detached' });
      await hasFocus(page.getByRole('button', { name: opener }));
    }
    const whatIf = page.getByRole('button', { name: 'What if' });
    await page.goto(`${daymark.url}/plan`);
    await whatIf.press('Enter');
    await hasFocus(page.getByRole('region', { name: 'What if' }).getByLabel('Exam date', { exact: true }));
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await hasFocus(whatIf);
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('returns to the button that was refused, and to the heading or the page of what is gone', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    const password = page.getByRole('form', { name: 'Password' });
    await password.getByRole('textbox', { name: 'Current password' }).fill('not my password');
    await password.getByRole('textbox', { name: 'New password' }).fill('another long password');
    await password.getByRole('button', { name: 'Change password' }).press('Enter');
    await password.getByText('Type the password you signed in with').waitFor();
    await hasFocus(password.getByRole('button', { name: 'Change password' }));

    await page.getByRole('button', { name: 'Create token' }).press('Enter');
    const form = page.getByRole('form', { name: 'New token' });
    await form.getByLabel('What it is for').fill('My laptop');
    await form.getByRole('textbox', { name: 'Current password' }).fill(PASSWORD);
    await form.getByRole('button', { name: 'Create token' }).press('Enter');
    await hasFocus(page.getByLabel('Your token'));
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    await hasFocus(page.getByRole('button', { name: 'Create token' }));
    await page.getByRole('button', { name: 'Revoke My laptop' }).press('Enter');
    await page.getByText('My laptop is revoked').waitFor();
    await hasFocus(page.getByRole('heading', { name: 'Scripts and apps' }));

    await page.getByRole('button', { name: 'Record an exam result' }).press('Enter');
    const outcome = page.getByRole('region', { name: 'How did the exam go?' });
    await outcome.getByRole('button', { name: 'I passed' }).click();
    await outcome.getByRole('button', { name: 'Save' }).press('Enter');
    await outcome.waitFor({ state: 'detached' });
    await hasFocus(page.getByRole('main'));
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('goes from Deactivate to Reactivate and back', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner({ examOn: inDays(60) })];
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people?search=${encodeURIComponent(learner.email)}`);
    await page.getByRole('button', { name: /^Deactivate / }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).press('Enter');
    const reactivate = page.getByRole('button', { name: /^Reactivate / });
    await hasFocus(reactivate);
    await reactivate.press('Enter');
    await hasFocus(page.getByRole('button', { name: /^Send password link to / }));
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('shows one message on the phone, which can be dismissed, and keeps Save near a long note', async () => {
    const admin = await daymark.withRoles('admin');
    const page = await browser.as(daymark.url, admin.email);
    await page.setViewportSize(PHONE);
    await page.goto(`${daymark.url}/people`);
    const links = page.getByRole('button', { name: /^Send password link to / });
    await links.nth(0).click();
    const messages = page.getByRole('status').getByText(/^There is no mail server|^Password link/);
    await messages.first().waitFor();
    await links.nth(1).click();
    const dismiss = page.getByRole('status').getByRole('button', { name: 'Dismiss' });
    await page.locator('[role="status"] > * + *').waitFor();
    expect(await dismiss.count()).toBe(1);
    await dismiss.click();
    await dismiss.click();
    await dismiss.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Change registration' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who can register?' });
    await dialog.getByLabel('By email domain').click();
    const domains = dialog.getByRole('textbox', { name: 'Email domains' });
    await domains.fill(Array.from({ length: 80 }, (_, number) => `school${number}.example`).join('\n'));
    expect((await domains.boundingBox())!.height).toBeLessThan(PHONE.height / 2);
    await hasFocus(domains);
    expect(await page.evaluate('document.activeElement.scrollHeight > document.activeElement.clientHeight')).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.activeElement).overflowY')).not.toBe('hidden');
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
