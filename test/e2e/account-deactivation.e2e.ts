import { assignMentor, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { openCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { letter } from '../../src/platform/mail/letter.js';
import { Mail } from '../../src/platform/mail/mail.js';
import { readMessage } from '../../src/platform/mail/mail.contract.js';
import { readReminderRule } from '../../src/reminders/reminders.contract.js';
import { deactivateAccount, reactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { UNCACHED_MS } from '../../src/users/access/session-cache.js';
import { LearnerHandover } from '../../src/users/learner-handover.service.js';
import { PasswordResetsService } from '../../src/users/password-resets.service.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import {
  deleteAccount,
  listAccounts,
  ownAccount,
  renewSession,
  requestPasswordReset,
  resetPassword,
  setAccountRoles,
  signIn,
} from '../../src/users/users.contract.js';
import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Learner, type Someone } from '../support/people.js';
import { postOffice } from '../support/post-office.js';

const office = postOffice();
const smtpUrl = await office.listen();
afterAll(() => office.close());

const of = ({ id }: Someone, body: { learnersTo?: string | null } = {}) => ({ params: { accountId: id }, body });
const only = ({ id }: Someone) => ({ params: { accountId: id } });
const enrollment = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });

describe('deactivating an account', () => {
  const daymark = startDaymark();
  const signsIn = (email: string, password = PASSWORD) => daymark.visitor().refused(signIn, { body: { email, password } });
  const audited = async (admin: Someone, person: Someone) => {
    const { items } = await admin.call(listAuditEntries, { query: { person: person.id } });
    return items.map(({ act, by, subject }) => [act, by.person?.id, subject.label]);
  };
  const stateOf = async (admin: Someone, { email }: Someone) => (await admin.call(listAccounts, { query: { search: email } })).items[0]?.deactivation;

  it('ends sessions at once, also where handing over takes long', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor')];
    const handover = daymark.app.get(LearnerHandover);
    const handOver = handover.handOver.bind(handover);
    handover.handOver = async (...handed) => {
      daymark.clock.pass({ seconds: 1 + UNCACHED_MS / 1_000 });
      await mentor.call(ownAccount, {});
      return handOver(...handed);
    };
    await admin.call(deactivateAccount, of(mentor)).finally(() => (handover.handOver = handOver));
    expect(await mentor.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in' });
  });

  it('ends sessions, personal tokens, password links and the calendar link at once', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner()];
    learner.renews = false;
    const { token } = await learner.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], expiresInDays: null, password: PASSWORD } });
    const { url } = await learner.call(openCalendarFeed, {});
    const calendar = `${daymark.url}${new URL(url!).pathname}`;
    const { address } = await daymark.app.get(PasswordResetsService).link(daymark.database.manager, learner.id, 1);
    const script = new Caller(daymark.url, token);
    await script.call(listEnrollments, {});
    expect((await fetch(calendar)).status).toBe(200);

    await admin.call(deactivateAccount, of(learner));
    expect(await learner.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in' });
    expect(await learner.refused(renewSession, {})).toMatchObject({ type: '/problems/session-over' });
    expect(await script.refused(listEnrollments, {})).toMatchObject({ type: '/problems/not-signed-in' });
    expect((await fetch(calendar)).status).toBe(404);
    const link = { params: { token: address.split('/').at(-1)! }, body: { password: 'a longer new one' } };
    expect(await daymark.visitor().refused(resetPassword, link)).toMatchObject({ type: '/problems/link-used-up' });
  });

  it('is told to the person who has the password, and to nobody else', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    await admin.call(deactivateAccount, of(person));
    expect(await signsIn(person.email)).toMatchObject({
      status: 403,
      type: '/problems/account-deactivated',
      detail: 'Ask your administrator to reactivate it.',
    });
    const [wrong, unknown] = [await signsIn(person.email, 'not the password'), await signsIn('nobody@harbour.example', 'not the password')];
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ type: '/problems/wrong-credentials' });
  });

  it('sends no link to a new password, and says the same as ever', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    await admin.call(deactivateAccount, of(person));
    expect(await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } })).toEqual({ sent: true });
    expect(await daymark.database.query(`select from message where person_id = $1 and kind = 'password-reset'`, [person.id])).toEqual([]);
  });

  it('says who did it and when, until the account is reactivated', async () => {
    const [admin, other, person] = [await daymark.withRoles('admin'), await daymark.withRoles('admin'), await daymark.someone({ name: 'Rook Pier' })];
    expect(await stateOf(admin, person)).toBeNull();
    const at = expect.stringMatching(/^2026-/);
    expect(await admin.call(deactivateAccount, of(person))).toMatchObject({ deactivation: { at, by: { id: admin.id, name: 'A admin' } } });
    const once = await stateOf(other, person);
    // A second time changes nothing.
    expect((await other.call(deactivateAccount, of(person))).deactivation).toEqual(once);
    for (const _ of [1, 2]) expect(await other.call(reactivateAccount, only(person))).toMatchObject({ id: person.id, deactivation: null });
    expect(await audited(admin, person)).toEqual([
      ['account-reactivated', other.id, 'Rook Pier'],
      ['account-deactivated', admin.id, 'Rook Pier'],
    ]);
  });

  it('keeps all records, and reactivating gives access to them by the old password; what had ended stays ended', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner()];
    await learner.logs({ date: '2026-03-02', minutes: 45, note: 'Kept' });
    const { token } = await learner.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], expiresInDays: null, password: PASSWORD } });
    const { url } = await learner.call(openCalendarFeed, {});
    await admin.call(deactivateAccount, of(learner));
    await admin.call(reactivateAccount, only(learner));
    await learner.signsIn(learner.email);
    expect(await learner.reads()).toMatchObject({ id: learner.enrollmentId, state: 'active' });
    expect((await learner.today()).loggedMinutes).toBe(45);
    expect(await new Caller(daymark.url, token).refused(listEnrollments, {})).toMatchObject({ type: '/problems/not-signed-in' });
    expect((await fetch(`${daymark.url}${new URL(url!).pathname}`)).status).toBe(404);
    expect((await learner.call(openCalendarFeed, {})).url).not.toBe(url);
  });

  it('gives a reactivated person access by a new password, too', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    await admin.call(deactivateAccount, of(person));
    await admin.call(reactivateAccount, only(person));
    const { address } = await daymark.app.get(PasswordResetsService).link(daymark.database.manager, person.id, 1);
    await daymark.visitor().call(resetPassword, { params: { token: address.split('/').at(-1)! }, body: { password: 'a longer new one' } });
    expect((await person.signsIn(person.email, 'a longer new one')).id).toBe(person.id);
  });

  it('is for admins, of accounts that there are, and never of their own', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    expect(await person.refused(deactivateAccount, of(admin))).toMatchObject({ type: '/problems/not-permitted' });
    expect(await person.refused(reactivateAccount, of(admin))).toMatchObject({ type: '/problems/not-permitted' });
    const nobody = { params: { accountId: '01890000-0000-7000-8000-000000000000' }, body: {} };
    expect(await admin.refused(deactivateAccount, nobody)).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.refused(reactivateAccount, nobody)).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.refused(deactivateAccount, of(admin))).toMatchObject({ status: 409, type: '/problems/own-deactivation' });
  });

  it('filters the list of people', async () => {
    const [admin, here, gone] = [
      await daymark.withRoles('admin'),
      await daymark.someone({ name: 'Filter Here' }),
      await daymark.someone({ name: 'Filter Gone' }),
    ];
    await admin.call(deactivateAccount, of(gone));
    const found = async (state?: 'active' | 'deactivated') =>
      (await admin.call(listAccounts, { query: { search: 'Filter', ...(state && { state }) } })).items.map(({ id }) => id);
    expect([await found(), await found('active'), await found('deactivated')]).toEqual([[gone.id, here.id], [here.id], [gone.id]]);
  });
});

describe('a mentor who is deactivated', () => {
  const daymark = startDaymark();

  async function mentored() {
    const [admin, mentor, successor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor'), await daymark.withRoles('mentor')];
    const learner = await daymark.learner();
    await admin.call(assignMentor, { ...enrollment(learner), body: { mentorId: mentor.id } });
    return { admin, mentor, successor, learner };
  }

  it('leaves no learner without a mentor unless the admin says so', async () => {
    const { admin, mentor, learner } = await mentored();
    expect(await admin.refused(deactivateAccount, of(mentor))).toMatchObject({ type: '/problems/learners-left', learners: 1 });
    expect(await mentor.call(readEnrollment, enrollment(learner))).toMatchObject({ id: learner.enrollmentId });
    await admin.call(deactivateAccount, of(mentor, { learnersTo: null }));
    expect((await learner.reads()).mentor).toBeNull();
  });

  it('hands the learners over, and starts without them once reactivated', async () => {
    const { admin, mentor, successor, learner } = await mentored();
    await admin.call(deactivateAccount, of(mentor, { learnersTo: successor.id }));
    expect((await learner.reads()).mentor).toMatchObject({ id: successor.id });
    await admin.call(reactivateAccount, only(mentor));
    await mentor.signsIn(mentor.email);
    expect((await mentor.call(listLearners, { query: {} })).items).toEqual([]);
  });

  it('takes over nobody, is assigned to nobody, and is not in the list of mentors to choose from', async () => {
    const { admin, mentor, successor, learner } = await mentored();
    await admin.call(deactivateAccount, of(successor));
    for (const learnersTo of [successor.id, mentor.id])
      expect(await admin.refused(deactivateAccount, of(mentor, { learnersTo }))).toMatchObject({ type: '/problems/not-a-mentor' });
    const taken = { params: { accountId: mentor.id }, body: { accountRoles: ['learner'], learnersTo: successor.id } };
    expect(await admin.refused(setAccountRoles, taken)).toMatchObject({ type: '/problems/not-a-mentor' });
    const assigned = { ...enrollment(learner), body: { mentorId: successor.id } };
    expect(await admin.refused(assignMentor, assigned)).toMatchObject({ type: '/problems/not-a-mentor' });
    const { items } = await admin.call(listAccounts, { query: { accountRole: 'mentor', state: 'active', limit: 100 } });
    expect(items.map(({ id }) => id)).not.toContain(successor.id);
    expect((await learner.reads()).mentor).toMatchObject({ id: mentor.id });
  });
});

describe('a learner who is deactivated', () => {
  const daymark = startDaymark();

  it('needs no attention on the board, and is last on it', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    const [silent, gone] = [await daymark.learner({ name: 'Silent' }), await daymark.learner({ name: 'Gone' })];
    for (const each of [silent, gone]) {
      await each.plan();
      await admin.call(assignMentor, { ...enrollment(each), body: { mentorId: mentor.id } });
    }
    await admin.call(deactivateAccount, of(gone));
    daymark.clock.pass({ hours: 24 * 7 });
    await mentor.signsIn(mentor.email);
    const { items, counts } = await mentor.call(listLearners, { query: {} });
    expect(items.map(({ name, isDeactivated, needsAttention }) => [name, isDeactivated, needsAttention])).toEqual([
      ['Silent', false, true],
      ['Gone', true, false],
    ]);
    expect(counts).toMatchObject({ all: 2, needAttention: 1 });
  });
});

describe('admins who deactivate admins', () => {
  const daymark = startDaymark();

  it('leave one, also when two deactivate each other at the same moment', async () => {
    const [one, other] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const answers = await Promise.allSettled([one.call(deactivateAccount, of(other)), other.call(deactivateAccount, of(one))]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [last, gone] = answers[0]!.status === 'fulfilled' ? [one, other] : [other, one];
    // A deactivated admin does not count: the last one stays admin, and stays.
    expect(await last.refused(setAccountRoles, { params: { accountId: last.id }, body: { accountRoles: ['learner'] } })).toMatchObject({
      type: '/problems/last-admin',
    });
    expect(await last.refused(deleteAccount, { body: { password: PASSWORD } })).toMatchObject({ type: '/problems/last-admin' });
    await last.call(setAccountRoles, { params: { accountId: gone.id }, body: { accountRoles: ['learner'] } });
  });
});

describe('mail to somebody who is deactivated', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: smtpUrl, DAYMARK_CONFIRM_ADDRESSES: 'off' } });

  it('is canceled when its turn comes again, and its body is gone', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    office.atTheDoor = () => 451;
    const words = letter({ heading: 'Tide tables', paragraphs: ['High water at nine.'] });
    const to = { email: person.email, emailConfirmedAt: null };
    const draft = { personId: person.id, kind: 'tide', key: '1', to, subject: 'Tide tables', ...words };
    await daymark.database.transaction((tx) => daymark.app.get(Mail).write(tx, draft));
    const [{ id }] = (await daymark.database.query(`select id from message where person_id = $1 and kind = 'tide'`, [person.id])) as [{ id: string }];
    const read = () => admin.call(readMessage, { params: { messageId: id } });
    daymark.triggers.fire('mail');
    while ((await read()).deliveries[0]?.outcome !== 'later');
    office.atTheDoor = () => 'take';

    await admin.call(deactivateAccount, of(person));
    daymark.clock.pass({ seconds: 31 });
    const settled = daymark.signal('mail-settled', id);
    daymark.triggers.fire('mail');
    await settled;
    expect(await read()).toMatchObject({ state: 'canceled', text: '', deliveries: [{ outcome: 'later' }] });
    expect(office.calls).not.toContain(person.email);
  });

  it('is not written by reminders, which come again after reactivation', async () => {
    const [admin, gone, here] = [await daymark.withRoles('admin'), await daymark.learner(), await daymark.learner()];
    for (const each of [gone, here]) {
      await each.plan();
      while ((await each.call(readReminderRule, {})).nextDueAt === null) daymark.triggers.fire('reminders');
    }
    const decided = ({ id }: Learner) => daymark.database.query<{ outcome: string }[]>('select outcome from reminder_decision where account_id = $1', [id]);
    await admin.call(deactivateAccount, of(gone));
    const heard = daymark.signal('reminder-decided', here.id);
    daymark.clock.setTo('2026-03-02T18:00:00Z');
    daymark.triggers.fire('reminders');
    await heard;
    expect([await decided(here), await decided(gone)]).toEqual([[{ outcome: 'sent' }], []]);

    await (await admin.signsIn(admin.email)).call(reactivateAccount, only(gone));
    await gone.signsIn(gone.email);
    while ((await gone.call(readReminderRule, {})).nextDueAt !== '2026-03-03T18:00:00.000Z') daymark.triggers.fire('reminders');
  });
});
