import { openCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { PasswordChangeService } from '../../src/users/password-change.service.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { changePassword, requestPasswordReset, resetPassword, setAccountRoles } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { postOffice } from '../support/post-office.js';
import { PASSWORD, type Someone } from '../support/people.js';

const NEXT = 'a new one, at last';
const NOTICES = ['password-changed', 'token-created', 'roles-changed', 'email-changed', 'calendar-link-created'];
type Daymark = ReturnType<typeof startDaymark>;

const noticesTo = async (daymark: Daymark, person: { id: string }) => (await mailsTo(daymark, person)).filter(({ kind }) => NOTICES.includes(kind));
const makesToken = (person: Someone) => person.call(makePersonalToken, { body: { name: 'Study timer', scopes: ['read', 'log-study'], password: PASSWORD } });
const resets = async (daymark: Daymark, person: Someone) => {
  await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
  const token = tokenIn(await mailsTo(daymark, person, 'password-reset'), 'new-password');
  await daymark.visitor().call(resetPassword, { params: { token }, body: { password: NEXT } });
};

describe('a change of the security of an account', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const confirmed = async (person: Someone) => {
    await daymark.setConfirmed(person);
    return person;
  };

  it('is told by mail when the password is changed, with what to do if it was somebody else', async () => {
    const person = await confirmed(await daymark.someone());
    await person.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    const [mail, ...more] = await noticesTo(daymark, person);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'password-changed', to: person.email, subject: 'Your Daymark password was changed' });
    expect(mail?.text).toContain('were revoked too');
    expect(mail?.text).toContain('If it wasn’t you, set a new password now.');
    expect(mail?.text).toContain('https://daymark.example/forgotten-password');
    for (const secret of [PASSWORD, NEXT]) expect(JSON.stringify(mail)).not.toContain(secret);
  });

  it('is told when the password is set by a link, or made up on the command line', async () => {
    const [person, other] = [await confirmed(await daymark.someone()), await confirmed(await daymark.someone())];
    await resets(daymark, person);
    await daymark.app.get(PasswordChangeService).set(other.id, 'made up for them');
    for (const each of [person, other]) expect(await noticesTo(daymark, each)).toMatchObject([{ kind: 'password-changed', to: each.email }]);
    expect(JSON.stringify(await noticesTo(daymark, other))).not.toContain('made up for them');
  });

  it('is told when a token is created, without the token', async () => {
    const person = await confirmed(await daymark.someone());
    const { token } = await makesToken(person);
    const [mail] = await noticesTo(daymark, person);
    expect(mail).toMatchObject({ kind: 'token-created', to: person.email });
    expect(mail?.text).toContain('The access token “Study timer” was created. It can read your data and log study.');
    expect(mail?.text).toContain('revoke the token in Settings');
    expect(JSON.stringify(mail)).not.toContain(token);
  });

  it('is sent once when a calendar link is created, without the link', async () => {
    const person = await confirmed(await daymark.someone());
    const { url } = await person.call(openCalendarFeed, {});
    await person.call(openCalendarFeed, {});
    const mails = await noticesTo(daymark, person);
    expect(mails).toMatchObject([{ kind: 'calendar-link-created', to: person.email }]);
    expect(mails[0]?.text).toContain('revoke the link in Settings');
    expect(JSON.stringify(mails)).not.toContain(url);
  });

  it('is told when a role is given or taken, and not when all stay', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await confirmed(await daymark.someone())];
    const set = (...accountRoles: ('learner' | 'mentor')[]) => admin.call(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles } });
    await set('learner');
    expect(await noticesTo(daymark, person)).toEqual([]);
    await set('mentor');
    const [mail, ...more] = await noticesTo(daymark, person);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'roles-changed', to: person.email, subject: 'Your roles in Daymark changed' });
    expect(mail?.text).toMatch(/Added\n {2}- mentor\n\nRemoved\n {2}- learner/);
    expect(mail?.text).toContain('If you didn’t expect this, ask an admin.');
  });

  it('is not told where the change is refused', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await confirmed(await daymark.someone())];
    await person.refused(changePassword, { body: { current: 'not that one', next: NEXT } });
    await person.refused(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: 'not that one' } });
    await admin.refused(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles: [] } });
    expect(await noticesTo(daymark, person)).toEqual([]);
  });

  it('is never told to an address that nobody confirmed', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor')];
    await daymark.setConfirmed(person, false);
    await makesToken(person);
    await admin.call(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles: ['learner'] } });
    await person.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    expect(await noticesTo(daymark, person)).toEqual([]);
  });

  it('is told to the address that the reset link has just confirmed', async () => {
    const person = await daymark.someone();
    await resets(daymark, person);
    expect(await noticesTo(daymark, person)).toMatchObject([{ kind: 'password-changed', to: person.email }]);
  });

  it('is not told to the first admin, whose first password replaces nothing', async () => {
    await daymark.database.query(`delete from account_role where role = 'admin'`);
    await daymark.app.get(FirstAdminService).welcome(true);
    const [admin] = await daymark.database.query<{ id: string }[]>(`select account_id as id from account_role where role = 'admin'`);
    expect(await mailsTo(daymark, admin!)).toEqual([]);
  });
});

describe('the mail about it', () => {
  const office = postOffice();
  const settings: Record<string, string> = {};
  beforeAll(async () => {
    settings.SMTP_URL = await office.listen();
  });
  const daymark = startDaymark({ worker: true, settings });
  afterAll(() => office.close());

  it('arrives', async () => {
    const person = await daymark.someone();
    await makesToken(person);
    expect((await office.to(person.email)).subject).toBe('New access token for your Daymark account');
  });
});
