import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { letter } from '../../src/platform/mail/letter.js';
import { Mail } from '../../src/platform/mail/mail.js';
import { readReminderRule } from '../../src/reminders/reminders.contract.js';
import { confirmEmail, confirmEmailOf, sendEmailConfirmation } from '../../src/users/email-confirmations/email-confirmations.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { listAccounts, ownAccount, requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, Someone, type Learner } from '../support/people.js';

// Nobody is called there: without a worker mail waits in the database, where a test reads it.
const SMTP_URL = 'smtp://127.0.0.1:1';
type Daymark = ReturnType<typeof startDaymark>;
const words = letter({ heading: 'Tide tables', paragraphs: ['High water at nine.'] });
const stateOf = async (person: Someone) => (await person.call(ownAccount, {})).emailConfirmation;
const mailsTo = (daymark: Daymark, { id }: Someone) =>
  daymark.database.query<{ kind: string; subject: string; text: string; html: string }[]>(
    'select kind, subject, text, html from message where person_id = $1 order by created_at, id',
    [id],
  );
/** The token of the first link of a kind that was written to somebody. */
async function tokenOf(daymark: Daymark, person: Someone, page: 'confirm-email' | 'new-password'): Promise<string> {
  const mails = await mailsTo(daymark, person);
  return mails.flatMap(({ text }) => new RegExp(`https://daymark\\.example/${page}/(\\S+)`).exec(text)?.[1] ?? [])[0] ?? 'none';
}

describe('an address that nobody confirmed', () => {
  const settings = { SMTP_URL, DAYMARK_PUBLIC_URL: 'https://daymark.example', DAYMARK_CONFIRM_ADDRESSES: 'on' };
  const daymark = startDaymark({ settings });
  const name = 'Win a prize at evil.example';

  it('gets two kinds of mail, and in neither is a word of who registered', async () => {
    const person = await daymark.someone({ name });
    expect(person.session.account.emailConfirmation).toBe('waits-for-link');
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    const mails = await mailsTo(daymark, person);
    expect(mails.map(({ subject }) => subject)).toEqual(['Confirm your email address for Daymark', 'A new password for Daymark']);
    for (const mail of mails) expect(JSON.stringify(mail)).not.toContain('evil');
  });

  it('gets no other: what a feature writes to it is not even kept', async () => {
    const person = await daymark.someone();
    const [row] = await daymark.database.query<{ at: Date | null }[]>('select email_confirmed_at as at from account where id = $1', [person.id]);
    const to = { email: person.email, emailConfirmedAt: row!.at };
    const draft = { personId: person.id, kind: 'tide', key: '1', to, subject: 'Tide tables', ...words };
    expect(await daymark.database.transaction((tx) => daymark.app.get(Mail).write(tx, draft))).toBe(false);
    expect((await mailsTo(daymark, person)).map(({ kind }) => kind)).toEqual(['email-confirmation']);
  });

  it('is confirmed by the link, which a reader that only looks at it leaves as it was, and which may be used again', async () => {
    const person = await daymark.someone();
    const token = await tokenOf(daymark, person, 'confirm-email');
    for (const method of ['GET', 'HEAD']) await fetch(`${daymark.url}/api/v1/email-confirmations/${token}`, { method });
    expect(await stateOf(person)).toBe('waits-for-link');
    for (const _ of [1, 2]) expect(await daymark.visitor().call(confirmEmail, { params: { token } })).toEqual({ confirmed: true });
    expect(await stateOf(person)).toBe('confirmed');
    expect(await person.refused(sendEmailConfirmation, {})).toMatchObject({ type: '/problems/already-confirmed', status: 409 });
  });

  it('keeps no token of whoever registered it, once its owner sets a password by mail', async () => {
    const stranger = await daymark.someone();
    const { token } = await stranger.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD, expiresInDays: null } });
    await daymark.visitor().call(requestPasswordReset, { body: { email: stranger.email } });
    const link = await tokenOf(daymark, stranger, 'new-password');
    await daymark.visitor().call(resetPassword, { params: { token: link }, body: { password: 'a longer new one' } });
    expect(await new Caller(daymark.url, token).refused(listEnrollments, {})).toMatchObject({ type: '/problems/not-signed-in' });
  });

  it('is not confirmed by a link that is made up, of somebody else, or older than a week', async () => {
    const [person, other] = [await daymark.someone(), await daymark.someone()];
    const token = await tokenOf(daymark, person, 'confirm-email');
    const refused = (given: string) => daymark.visitor().refused(confirmEmail, { params: { token: given } });
    for (const given of ['made-up', token.replace(person.id, other.id)]) expect(await refused(given)).toMatchObject({ type: '/problems/link-used-up' });
    daymark.clock.pass({ hours: 7 * 24 });
    expect(await refused(token)).toMatchObject({ type: '/problems/link-used-up', status: 410 });
    await person.signsIn(person.email);
    expect(await stateOf(person)).toBe('waits-for-link');
  });

  it('is confirmed by a password link, too, for that came to it', async () => {
    const person = await daymark.someone();
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    const token = await tokenOf(daymark, person, 'new-password');
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: 'a new one, at last' } });
    expect(await stateOf(await person.signsIn(person.email, 'a new one, at last'))).toBe('confirmed');
  });

  it('gets its link again on request, once in 20 minutes', async () => {
    const person = await daymark.someone();
    expect(await person.refused(sendEmailConfirmation, {})).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    daymark.clock.pass({ minutes: 20 });
    await person.signsIn(person.email);
    expect(await person.call(sendEmailConfirmation, {})).toEqual({ sent: true });
    expect(await person.refused(sendEmailConfirmation, {})).toMatchObject({ type: '/problems/too-many-requests' });
  });
});

describe('a reminder to an address that nobody confirmed', () => {
  const daymark = startDaymark({ worker: true, settings: { DAYMARK_CONFIRM_ADDRESSES: 'on' } });

  it('is left out until it is confirmed', async () => {
    const learner = await daymark.learner();
    await learner.plan();
    while ((await learner.call(readReminderRule, {})).nextDueAt === null) daymark.triggers.fire('reminders');
    expect(await decidedAt(daymark, '2026-03-02T18:00:00Z', learner)).toBe('address-unconfirmed');
    await (await daymark.withRoles('admin')).call(confirmEmailOf, { params: { accountId: learner.id } });
    expect(await decidedAt(daymark, '2026-03-03T18:00:00Z', learner)).toBe('sent');
  });
});

/** Moves the clock and waits until this person's reminder was decided; what became of it. */
async function decidedAt(daymark: Daymark, instant: string, learner: Learner): Promise<string> {
  const decided = daymark.signal('reminder-decided', learner.id);
  daymark.clock.setTo(instant);
  daymark.triggers.fire('reminders');
  await decided;
  const [last] = await daymark.database.query<{ outcome: string }[]>(
    'select outcome from reminder_decision where account_id = $1 order by local_date desc limit 1',
    [learner.id],
  );
  return last?.outcome ?? 'none';
}

describe('an address where no mail is sent', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'on' } });

  it('waits for an admin, who confirms it once, for the record', async () => {
    const [person, admin] = [await daymark.someone({ name: 'Rook Lantern' }), await daymark.withRoles('admin')];
    expect(await stateOf(person)).toBe('waits-for-admin');
    const row = async () => (await admin.call(listAccounts, { query: { search: person.email } })).items[0]?.emailConfirmation;
    expect(await row()).toBe('waits-for-admin');
    const params = { accountId: person.id };
    for (const _ of [1, 2]) expect(await admin.call(confirmEmailOf, { params })).toMatchObject({ id: person.id, emailConfirmation: 'confirmed' });
    expect([await stateOf(person), await row()]).toEqual(['confirmed', 'confirmed']);
    const { items } = await admin.call(listAuditEntries, { query: { act: 'email-confirmed' } });
    expect(items).toMatchObject([{ by: { person: { id: admin.id } }, subject: { id: person.id, label: 'Rook Lantern' } }]);
    expect(await daymark.database.query('select email_confirmed_by as by from account where id = $1', [person.id])).toEqual([{ by: admin.id }]);
  });

  it('is confirmed by admins alone, and only where there is one', async () => {
    const [person, admin] = [await daymark.someone(), await daymark.withRoles('admin')];
    expect(await person.refused(confirmEmailOf, { params: { accountId: person.id } })).toMatchObject({ type: '/problems/not-permitted' });
    const accountId = '01890000-0000-7000-8000-000000000000';
    expect(await admin.refused(confirmEmailOf, { params: { accountId } })).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('the first admin', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'on' } });

  it('has a confirmed address', async () => {
    const lines = await daymark.app.get(FirstAdminService).welcome(true);
    const password = lines.flatMap((line) => /password {2}(\S+)/.exec(line)?.[1] ?? [])[0];
    expect(await stateOf(await new Someone(daymark.url).signsIn('admin@daymark.local', password))).toBe('confirmed');
  });
});

describe('a Daymark that asks nobody to confirm', () => {
  const daymark = startDaymark({ settings: { SMTP_URL, DAYMARK_CONFIRM_ADDRESSES: 'off' } });

  it('takes every address as confirmed, and sends no link', async () => {
    const person = await daymark.someone();
    expect(await stateOf(person)).toBe('confirmed');
    expect(await daymark.database.query('select from message where person_id = $1', [person.id])).toEqual([]);
  });
});
