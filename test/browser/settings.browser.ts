import { unzipSync } from 'fflate';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { bytesOf, openBrowser, PHONE } from './browser.js';
import { hasFocus } from './focus.js';
import { settled } from './settled.js';
import { undo } from './undo.js';

describe('a learner in Settings, on the phone', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser(PHONE);

  it('stops preparing for a level, and goes on after all', async () => {
    const { email } = await daymark.learner({ examOn: inDays(30) });
    const page = await browser.as(daymark.url, email);
    await page.goto(`${daymark.url}/settings`);
    const preparation = page.getByRole('region', { name: 'Preparing for MLOps Foundation' });
    await preparation.getByRole('button', { name: 'Stop preparing for this level' }).click();
    await preparation.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('You no longer prepare for MLOps Foundation').waitFor();
    await undo(page, 'You no longer prepare for MLOps Foundation');
    await preparation.waitFor();
  }, 240_000);

  it('opens at the anchor of the address, and going back restores the scroll position', async () => {
    const page = await browser.page();
    await page.goto('about:blank');
    await page.goto(`${daymark.url}/settings#preparation`);
    const heading = page.getByRole('heading', { name: 'Preparing for MLOps Foundation' });
    await hasFocus(heading);
    await settled(page);
    expect((await heading.boundingBox())!.y).toBeLessThan(PHONE.height);
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    const bottom = Number(await page.evaluate('scrollY'));
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor({ state: 'detached' });
    await settled(page);
    await page.goBack();
    await heading.waitFor();
    await settled(page);
    expect(Math.abs(Number(await page.evaluate('scrollY')) - bottom)).toBeLessThan(PHONE.height / 2);
    expect(bottom).toBeGreaterThan(PHONE.height * 2);
  }, 240_000);

  it('accepts as many characters as the server, and counts an emoji as one', async () => {
    const page = await browser.page();
    const form = page.getByRole('form', { name: 'Pause' });
    const reason = form.getByLabel('Reason');
    await reason.fill('🌊'.repeat(301));
    await form.getByText('At most 300 characters').waitFor();
    await form.getByRole('button', { name: 'Pause' }).click();
    expect(await page.evaluate(`document.querySelector('form[aria-label=Pause]').checkValidity()`)).toBe(false);
    await reason.fill('');
    // Typed, because a script may set a longer value than `maxLength` lets people type.
    await reason.focus();
    await page.keyboard.insertText('🌊'.repeat(300));
    await form.getByRole('button', { name: 'Pause' }).click();
    await undo(page, 'Paused');
    await form.waitFor();
  }, 240_000);

  it('says that the exam is passed, and Today knows', async () => {
    const page = await browser.page();
    await browser.shoot('settings');
    // Before the exam date a result is not what the page is about, and none is chosen for anybody.
    const outcome = page.getByRole('region', { name: 'How did the exam go?' });
    expect(await outcome.count()).toBe(0);
    await page.getByRole('button', { name: 'Record an exam result' }).click();
    expect(await outcome.getByRole('button', { pressed: true }).count()).toBe(0);
    expect(await outcome.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await outcome.getByRole('button', { name: 'I passed' }).click();
    await outcome.getByLabel('Score, if you know it').fill('81');
    await outcome.getByLabel('Valid until, if it says so').fill(inDays(700));
    await outcome.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('MLOps Foundation is passed').waitFor();
    await undo(page, 'MLOps Foundation is passed');
    await page.getByRole('button', { name: 'Record an exam result' }).click();
    await outcome.getByRole('button', { name: 'I passed' }).click();
    await outcome.getByLabel('Valid until, if it says so').fill(inDays(700));
    await outcome.getByRole('button', { name: 'Save' }).click();
    await page.getByText('MLOps Foundation certificate').waitFor();
    await page.goto(`${daymark.url}/today`);
    await page.getByText('You passed MLOps Foundation').waitFor();
    await browser.shoot('today-passed');
    await page.goto(`${daymark.url}/settings`);
    const certificate = page.getByRole('region', { name: 'Your MLOps Foundation certificate' });
    await certificate.getByText('700 days from now').waitFor();
    await browser.shoot('settings-passed');
    await certificate.getByRole('button', { name: 'Correct the result' }).click();
    await page.getByRole('status').getByText('Exam result removed').waitFor();
    await page.getByRole('button', { name: 'Record an exam result' }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('creates a calendar link, reads it as a calendar does, and revokes it', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    const calendar = page.getByRole('region', { name: 'Your calendar' });
    await calendar.getByRole('button', { name: 'Create calendar link' }).click();
    const address = new URL(await calendar.getByLabel('Calendar link').inputValue());
    await browser.shoot('settings-calendar');
    const read = () => fetch(`${daymark.url}${address.pathname}`);
    expect(await (await read()).text()).toContain('BEGIN:VCALENDAR');
    await calendar.getByRole('button', { name: 'Revoke link' }).click();
    await page.getByRole('status').getByText('Calendar link revoked').waitFor();
    expect((await read()).status).toBe(404);
  }, 240_000);

  it('makes a token for a script, sees it once, and revokes it', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    const tokens = page.getByRole('region', { name: 'Scripts and apps' });
    await tokens.getByRole('button', { name: 'Create token' }).click();
    await tokens.getByLabel('What it is for').fill('Study timer');
    await tokens.getByLabel('Current password').fill('not that one');
    await tokens.getByRole('button', { name: 'Create token' }).click();
    await tokens.getByText('Type the password you signed in with.').waitFor();
    await tokens.getByLabel('Current password').fill(PASSWORD);
    await tokens.getByRole('button', { name: 'Create token' }).click();
    const token = await tokens.getByLabel('Your token').inputValue();
    await browser.shoot('settings-token');
    const me = await fetch(`${daymark.url}/api/v1/accounts/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
    await tokens.getByRole('button', { name: 'Done' }).click();
    await tokens.getByText('logs study and reads').waitFor();
    await browser.shoot('settings-tokens');
    await tokens.getByRole('button', { name: 'Revoke Study timer' }).click();
    await page.getByRole('status').getByText('Study timer is revoked').waitFor();
    await tokens.getByText('No tokens yet').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('downloads everything of their own', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    const yours = page.getByRole('region', { name: 'Your data' });
    const [download] = await Promise.all([page.waitForEvent('download'), yours.getByRole('button', { name: 'Download everything' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^daymark-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(await bytesOf(download));
    expect(Object.keys(files).filter((path) => path.endsWith('/everything.json'))).toHaveLength(1);
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
