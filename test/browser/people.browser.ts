import type { Locator } from 'playwright-core';
import { assignMentor, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { setRegistrationPolicy } from '../../src/users/registration/registration-policy.contract.js';
import { register, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';
import { hasFocus } from './focus.js';

/** An admin takes the account role mentor from somebody who has learners. */
describe('an admin on the People page', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('is asked who takes over the learners, and hands them over', async () => {
    const [admin, mentor, successor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor'), await daymark.withRoles('mentor')];
    const learner = await daymark.learner({ examOn: dateIn(120) });
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people`);
    const role = page.getByRole('group', { name: 'Account roles of A learner and mentor' }).getByLabel('mentor');
    await role.click();
    const dialog = page.getByRole('dialog', { name: 'Hand over 1 learner' });
    await dialog.getByText('A learner and mentor mentors 1 learner. Choose who takes over.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('mentor-handover');
    await dialog.getByRole('combobox', { name: 'New mentor' }).or(dialog.getByLabel('New mentor')).first().click();
    await page.getByRole('option', { name: successor.email }).click();
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('A learner and mentor is now a learner').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await role.isChecked()).toBe(false);
    expect(await successor.call(readEnrollment, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ mentor: { id: successor.id } });
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('returns the focus to the control that opened a dialog', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor')];
    const learner = await daymark.learner({ examOn: dateIn(120) });
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people?search=${encodeURIComponent(mentor.email)}`);
    const name = 'A learner and mentor';
    const deactivate = page.getByRole('button', { name: `Deactivate ${name}` });
    const role = page.getByRole('group', { name: `Account roles of ${name}` }).getByLabel('mentor');
    const closesTo = async (dialog: string, opener: Locator) => {
      await page.getByRole('dialog', { name: dialog }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await hasFocus(opener);
    };
    for (const [button, dialog] of [
      [page.getByRole('button', { name: 'Invite someone' }), 'Invite someone'],
      [page.getByRole('button', { name: 'Change registration' }), 'Who can register?'],
      [deactivate, `Deactivate ${name}?`],
    ] as const) {
      await button.press('Enter');
      await closesTo(dialog, button);
    }
    await role.press('Space');
    await closesTo('Hand over 1 learner', role);
    // The second dialog replaces the first one.
    await deactivate.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).press('Enter');
    await closesTo('Hand over 1 learner', deactivate);
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('sees where the mail is if there is no mail server', async () => {
    const [admin, wren] = [await daymark.withRoles('admin'), await daymark.someone({ name: 'Wren Harbour' })];
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people?search=${encodeURIComponent(wren.email)}`);
    await page.getByRole('button', { name: 'Send password link to Wren Harbour' }).click();
    await page.getByText(`There is no mail server. Password link for ${wren.email} is saved in the outbox of the data folder`).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

/** Who may come in: admins invite people, close registration, and deactivate accounts. */
describe('an admin who decides who comes in', () => {
  const daymark = startDaymark({ clock: new SystemClock(), settings: { DAYMARK_CONFIRM_ADDRESSES: 'on', SMTP_URL: 'smtp://127.0.0.1:1' } });
  const browser = openBrowser();

  it('invites an address, and the person accepts with a name and a password of their own', async () => {
    const admin = await daymark.withRoles('admin');
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people`);
    await page.getByRole('button', { name: 'Invite someone' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite someone' });
    await dialog.getByLabel('Email').fill(admin.email);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.getByText('There is an account with this email already.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('invite');
    await dialog.getByLabel('Email').fill('rook@harbour.example');
    await dialog.getByLabel('mentor').click();
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.waitFor({ state: 'detached' });
    const invitations = page.getByRole('region', { name: 'Invitations' });
    await invitations.getByText('rook@harbour.example').waitFor();
    await invitations.getByRole('button', { name: 'Resend invitation to rook@harbour.example' }).click();
    await page.getByText('Invitation sent to rook@harbour.example again').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('people');

    const mails = await daymark.database.query<{ text: string }[]>(`select text from message where kind = 'invitation' order by created_at desc`);
    const [link] = /http\S+\/invitation\/\S+/.exec(mails[0]!.text)!;
    await page.goto(`${daymark.url}${new URL(link).pathname}`);
    await page.getByRole('heading', { name: 'You’re invited to Daymark' }).waitFor();
    await page.getByLabel('Name').fill('Rook Lantern');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('invitation');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/invitation'));
    await page.goto(`${daymark.url}${new URL(link).pathname}`);
    await page.getByText('It was used, canceled or has expired.').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('deactivates a person, who is told so at sign-in, and reactivates them', async () => {
    const [admin, wren] = [await daymark.withRoles('admin'), await daymark.someone({ name: 'Wren Harbour' })];
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people`);
    await page.getByRole('button', { name: 'Deactivate Wren Harbour' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deactivate Wren Harbour?' });
    await dialog.getByText('Everything Wren Harbour logged stays.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('deactivate');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await dialog.waitFor({ state: 'detached' });
    const refused = await daymark.visitor().refused(signIn, { body: { email: wren.email, password: PASSWORD } });
    expect(refused).toMatchObject({ type: '/problems/account-deactivated' });
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Active', exact: true }).click();
    await page.getByText('Wren Harbour', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Deactivated' }).click();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reactivate Wren Harbour' }).click();
    await page.getByRole('button', { name: 'Reactivate Wren Harbour' }).waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Everyone' }).click();
    await page.getByRole('button', { name: 'Send password link to Wren Harbour' }).click();
    await page.getByText(`Password link sent to ${wren.email}`).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('lets people register by email domain, and the link asks for their password', async () => {
    const [admin, email] = [await daymark.withRoles('admin'), 'nora@example.org'];
    await admin.call(setRegistrationPolicy, { body: { mode: 'domain', domains: ['example.org'] } });
    await daymark.visitor().refused(register, { body: { email, password: PASSWORD, name: 'Nora Haven', timeZone: 'UTC' } });
    const [account] = await daymark.database.query<{ id: string }[]>('select id from account where email = $1', [email]);
    const token = tokenIn(await mailsTo(daymark, account!), 'confirm-email');
    const page = await browser.page();
    await page.goto(`${daymark.url}/confirm-email/${token}`);
    const password = page.getByLabel('Password', { exact: true });
    await password.fill('not that one');
    await page.getByRole('button', { name: 'Confirm email address' }).click();
    await page.getByRole('alert').getByText('Enter the password that you chose when you registered.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('confirm-email-password');
    await password.fill(PASSWORD);
    await page.getByRole('button', { name: 'Confirm email address' }).click();
    await page.getByRole('heading', { name: 'Your email address is confirmed' }).waitFor();
    await admin.call(setRegistrationPolicy, { body: { mode: 'open' } });
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('closes registration, and visitors are told how to get in', async () => {
    const admin = await daymark.withRoles('admin');
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people`);
    await page.getByText('Registration is open.').waitFor();
    const sets = async (mode: string, domains?: string) => {
      await page.getByRole('button', { name: 'Change registration' }).click();
      const dialog = page.getByRole('dialog', { name: 'Who can register?' });
      await dialog.getByRole('radio', { name: mode }).check();
      if (domains) await dialog.getByLabel('Email domains').fill(domains);
      await dialog.getByRole('button', { name: 'Save' }).click();
      return dialog;
    };
    const dialog = await sets('By email domain', 'example.org, not_a_domain');
    await dialog.getByText('not_a_domain: Enter a domain, such as example.org').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('registration');
    await dialog.getByLabel('Email domains').fill('example.org');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Registration is for example.org.').first().waitFor();
    await (await sets('By invitation')).waitFor({ state: 'detached' });

    await page.context().clearCookies();
    await page.evaluate('localStorage.clear()');
    await page.goto(`${daymark.url}/register`);
    await page.getByRole('heading', { name: 'Registration is by invitation' }).waitFor();
    await page.getByText('Ask your administrator for an invitation.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('New here? Ask your administrator for an invitation.').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
