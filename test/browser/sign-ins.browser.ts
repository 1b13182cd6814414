import { openCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { ownAccount, requestPasswordReset, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD, type Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const NEXT = 'a new one, at last';

/** Nobody is called there: without a worker mail waits in the database, where the test reads it. */
const settings = { SMTP_URL: 'smtp://127.0.0.1:1' };

describe('a learner in Settings', () => {
  const daymark = startDaymark({ clock: new SystemClock(), settings });
  const browser = openBrowser();
  let learner: Learner;
  const opensSettings = async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/settings`);
    return page;
  };

  beforeAll(async () => {
    learner = await daymark.learner({ enrolled: false });
    for (const userAgent of [FIREFOX, IPHONE])
      await daymark.visitor().call(signIn, { headers: { 'user-agent': userAgent }, body: { email: learner.email, password: PASSWORD } });
    await browser.as(daymark.url, learner.email);
  }, 240_000);

  it('sees where they are signed in, and signs out one device, then every other', async () => {
    const page = await opensSettings();
    const signIns = page.getByRole('region', { name: 'Where you’re signed in' });
    const rows = signIns.getByRole('list', { name: 'Sign-ins' }).getByRole('listitem');
    await rows.filter({ hasText: 'Chrome on Linux' }).getByText('This device').waitFor();
    await rows.filter({ hasText: 'Firefox on Windows' }).getByText('Signed in today').waitFor();
    await browser.shoot('settings-sign-ins');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await signIns.getByRole('button', { name: 'Sign out Firefox on Windows' }).click();
    await page.getByRole('status').getByText('Firefox on Windows is signed out').waitFor();
    await rows.filter({ hasText: 'Firefox on Windows' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Safari on iPhone' }).waitFor();
    await signIns.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('status').getByText('You’re signed out everywhere else').waitFor();
    await signIns.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(1);
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('changes their email address by a link, and can cancel it before', async () => {
    const page = await opensSettings();
    const section = page.getByRole('region', { name: 'Email address' });
    const asks = async (email: string, password: string) => {
      await section.getByLabel('New email address').fill(email);
      await section.getByLabel('Current password').fill(password);
      await section.getByRole('button', { name: 'Send link' }).click();
    };
    await section.getByRole('button', { name: 'Change email address' }).click();
    await asks('wren@new.example', 'not that one');
    await section.getByText('Type the password you signed in with.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await asks('wren@new.example', PASSWORD);
    await section.getByText('Confirm wren@new.example').waitFor();
    await browser.shoot('settings-email-waits');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await section.getByRole('button', { name: 'Cancel change' }).click();
    await page.getByRole('status').getByText(`Your email address stays ${learner.email}`).waitFor();
    await section.getByRole('button', { name: 'Change email address' }).click();
    await asks('wren@new.example', PASSWORD);
    await section.getByRole('button', { name: 'Resend link' }).click();
    await section.getByRole('button', { name: 'Link sent' }).waitFor();
    await section.getByText(`your address stays ${learner.email}`).waitFor();

    const token = tokenIn(await mailsTo(daymark, learner, 'email-change'), 'change-email');
    await page.goto(`${daymark.url}/change-email/${token}`);
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm email address' }).click();
    await page.getByRole('heading', { name: 'Your email address is changed' }).waitFor();
    await page.goto(`${daymark.url}/change-email/${token}`);
    await page.getByRole('button', { name: 'Confirm email address' }).click();
    await page.getByRole('heading', { name: 'This link has expired' }).waitFor();
    await opensSettings();
    await section.getByText('You sign in with wren@new.example.').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('changes their password, which revokes the calendar link unless they keep it', async () => {
    await learner.signsIn('wren@new.example');
    await learner.call(openCalendarFeed, {});
    const page = await opensSettings();
    const calendar = page.getByRole('region', { name: 'Your calendar' });
    const section = page.getByRole('region', { name: 'Password' });
    const box = section.getByLabel('Also revoke my tokens and calendar link');
    const changes = async (current: string, next: string) => {
      await section.getByLabel('Current password').fill(current);
      await section.getByLabel('New password').fill(next);
      await section.getByRole('button', { name: 'Change password' }).click();
      await page.getByRole('status').getByText('Password changed. You’re signed out everywhere else').waitFor();
    };
    await calendar.getByLabel('Calendar link', { exact: true }).waitFor();
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    await changes(PASSWORD, NEXT);
    await opensSettings();
    await calendar.getByLabel('Calendar link', { exact: true }).waitFor();
    await changes(NEXT, PASSWORD);
    await calendar.getByLabel('Calendar link', { exact: true }).waitFor({ state: 'detached' });
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('is asked the same on the page of a password link', async () => {
    await learner.signsIn('wren@new.example');
    await learner.call(openCalendarFeed, {});
    await daymark.visitor().call(requestPasswordReset, { body: { email: 'wren@new.example' } });
    const token = tokenIn(await mailsTo(daymark, learner, 'password-reset'), 'new-password');
    const page = await browser.page();
    await page.goto(`${daymark.url}/new-password/${token}`);
    const box = page.getByLabel('Also revoke my tokens and calendar link');
    expect(await box.isChecked()).toBe(true);
    await browser.shoot('new-password');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByLabel('New password', { exact: true }).fill(NEXT);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    const [feed] = await daymark.database.query<unknown[]>('select 1 from calendar_feed where account_id = $1', [learner.id]);
    expect(feed).toBeUndefined();
    await learner.signsIn('wren@new.example', NEXT);
    expect(await learner.call(ownAccount, {})).toMatchObject({ email: 'wren@new.example' });
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
