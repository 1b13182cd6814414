import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { readMessage } from '../../src/platform/mail/mail.contract.js';
import { deactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import {
  acceptInvitation,
  cancelInvitation,
  INVITATION_DAYS,
  invite,
  listInvitations,
  readInvitation,
  resendInvitation,
  type NewInvitation,
} from '../../src/users/invitations/invitations.contract.js';
import { setRegistrationPolicy } from '../../src/users/registration/registration-policy.contract.js';
import { deleteAccount, ownAccount, register, setAccountRoles } from '../../src/users/users.contract.js';
import { InvitationErasure1800000002211 } from '../../migrations/1800000002211-invitation-erasure.js';
import { INVITATION_ERASURE, InvitationErasure } from '../../src/users/invitations/invitation-erasure.service.js';
import { startDaymark } from '../support/daymark.js';
import { processorOf } from '../support/jobs/processors.js';
import { PASSWORD, Someone } from '../support/people.js';
import { postOffice } from '../support/post-office.js';

const office = postOffice();
const smtpUrl = await office.listen();
afterAll(() => office.close());

let count = 0;
const address = () => `invited${++count}@harbour.example`;
const acceptance = { name: 'Rook Lantern', password: PASSWORD, timeZone: 'Europe/Berlin' };

describe('an invitation', () => {
  const daymark = startDaymark({
    settings: { SMTP_URL: 'smtp://127.0.0.1:1', DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' },
  });
  let admin: Someone;
  beforeEach(async () => {
    admin = await daymark.withRoles('admin');
  });

  const invites = (body: Partial<NewInvitation> = {}, by = admin) => by.call(invite, { body: { email: address(), ...body } });
  const mailsTo = (id: string) =>
    daymark.database.query<{ subject: string; text: string; html: string }[]>(
      'select subject, text, html from message where person_id = $1 order by created_at',
      [id],
    );
  /** The token of the last link that was mailed. */
  const tokenOf = async ({ id }: { id: string }) => /https:\/\/daymark\.example\/invitation\/(\S+)/.exec((await mailsTo(id)).at(-1)!.text)![1]!;
  const accepts = (token: string, body: object = acceptance) =>
    daymark.visitor().call(acceptInvitation, { params: { token }, body: body as typeof acceptance });
  const refusedToAccept = (token: string, body: object = acceptance) => daymark.visitor().refused(acceptInvitation, { params: { token }, body });
  const usedUp = { status: 410, type: '/problems/link-used-up' };

  it('makes an account with the name and password that the person chose, and the account roles of the invitation', async () => {
    const invitation = await invites({ name: 'Somebody', accountRoles: ['learner', 'mentor'] });
    expect(invitation).toMatchObject({ name: 'Somebody', accountRoles: ['learner', 'mentor'], state: 'open', invitedBy: { id: admin.id } });
    const token = await tokenOf(invitation);
    expect(await daymark.visitor().call(readInvitation, { params: { token } })).toEqual({ email: invitation.email, name: 'Somebody' });
    const { account } = await accepts(token);
    expect(account).toMatchObject({
      id: invitation.id,
      email: invitation.email,
      emailConfirmation: 'confirmed',
      name: 'Rook Lantern',
      timeZone: 'Europe/Berlin',
      accountRoles: ['learner', 'mentor'],
    });
    expect(await (await new Someone(daymark.url).signsIn(invitation.email)).call(ownAccount, {})).toMatchObject({ name: 'Rook Lantern' });
    const granted = await daymark.database.query('select distinct granted_by as by from account_role where account_id = $1', [account.id]);
    expect(granted).toEqual([{ by: admin.id }]);
    expect((await admin.call(listInvitations, { query: {} })).items.map(({ id }) => id)).not.toContain(invitation.id);
  });

  it('is a mail without any text that somebody typed', async () => {
    const invitation = await invites({ name: 'Win a prize at evil.example' });
    const [mail, ...more] = await mailsTo(invitation.id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: 'You’re invited to Daymark', text: expect.stringContaining('within 14 days') });
    expect(JSON.stringify(mail)).not.toContain('evil');
  });

  it('works once, also for two at the same moment', async () => {
    const token = await tokenOf(await invites());
    const answers = await Promise.allSettled([accepts(token), accepts(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusedToAccept(token)).toMatchObject(usedUp);
    expect(await daymark.visitor().refused(readInvitation, { params: { token } })).toMatchObject(usedUp);
    expect(await refusedToAccept('made-up')).toMatchObject(usedUp);
  });

  it('stands as it was after a weak password', async () => {
    const token = await tokenOf(await invites());
    expect(await refusedToAccept(token, { ...acceptance, password: '1234567890' })).toMatchObject({ type: '/problems/weak-password' });
    await accepts(token);
  });

  it('ends after 14 days, and resending renews it with a new link alone', async () => {
    const invitation = await invites();
    const first = await tokenOf(invitation);
    daymark.clock.pass({ hours: 14 * 24 });
    expect(await refusedToAccept(first)).toMatchObject(usedUp);
    const other = await daymark.withRoles('admin');
    const { items } = await other.call(listInvitations, { query: {} });
    expect(items.find(({ id }) => id === invitation.id)).toMatchObject({ state: 'expired' });
    expect(await other.call(resendInvitation, { params: { invitationId: invitation.id } })).toMatchObject({ state: 'open', invitedBy: { id: admin.id } });
    expect(await refusedToAccept(first)).toMatchObject(usedUp);
    await accepts(await tokenOf(invitation));
  });

  it('is canceled with its link, and the address can be invited again', async () => {
    const invitation = await invites();
    const token = await tokenOf(invitation);
    const params = { invitationId: invitation.id };
    await admin.call(cancelInvitation, { params });
    expect(await refusedToAccept(token)).toMatchObject(usedUp);
    expect(await admin.refused(cancelInvitation, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.refused(resendInvitation, { params })).toMatchObject({ type: '/problems/not-found' });
    await invites({ email: invitation.email });
  });

  it('is refused for an address that has an account or an invitation, however it is written', async () => {
    const person = await daymark.someone({ email: `${address()}` });
    const refused = (email: string) => admin.refused(invite, { body: { email } });
    expect(await refused(person.email.toUpperCase())).toMatchObject({
      status: 409,
      type: '/problems/email-taken',
      detail: expect.stringContaining('Find the person'),
    });
    await admin.call(deactivateAccount, { params: { accountId: person.id }, body: {} });
    expect(await refused(person.email)).toMatchObject({ type: '/problems/email-taken', detail: expect.stringContaining('Reactivate') });
    const { email } = await invites({ email: 'wren@bücher.example' });
    for (const same of [email, 'Wren@xn--bcher-kva.example']) expect(await refused(same)).toMatchObject({ status: 409, type: '/problems/already-invited' });
  });

  it('is refused when somebody registered the address meanwhile', async () => {
    const invitation = await invites();
    await daymark.someone({ email: invitation.email });
    expect(await refusedToAccept(await tokenOf(invitation))).toMatchObject({ type: '/problems/email-taken' });
  });

  it('goes to an address three times an hour', async () => {
    const { id } = await invites();
    const again = { params: { invitationId: id } };
    for (const _ of [1, 2]) await admin.call(resendInvitation, again);
    expect(await admin.refused(resendInvitation, again)).toMatchObject({ status: 429, type: '/problems/too-many-requests' });
    expect(await mailsTo(id)).toHaveLength(3);
  });

  it('is for admins alone, and listed page by page, the newest first', async () => {
    const person = await daymark.someone();
    expect(await person.refused(invite, { body: { email: address() } })).toMatchObject({ type: '/problems/not-permitted' });
    expect(await person.refused(listInvitations, { query: {} })).toMatchObject({ type: '/problems/not-permitted' });
    const [older, newer] = [await invites(), await invites()];
    const first = await admin.call(listInvitations, { query: { limit: 1 } });
    const next = await admin.call(listInvitations, { query: { limit: 1, cursor: first.nextCursor! } });
    expect([...first.items, ...next.items].map(({ id }) => id)).toEqual([newer.id, older.id]);
  });

  it('works whoever else may register', async () => {
    for (const mode of ['invitation', 'domain', 'open'] as const) {
      await admin.call(setRegistrationPolicy, { body: { mode, domains: ['example.org'] } });
      const invitation = await invites();
      expect((await accepts(await tokenOf(invitation))).account.id).toBe(invitation.id);
    }
  });

  it('gives no account role beyond learner in the name of somebody who is not an admin anymore', async () => {
    const [former, gone] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const [asAdmin, asMentor, asLearner] = [
      await invites({ accountRoles: ['admin'] }, former),
      await invites({ accountRoles: ['mentor'] }, gone),
      await invites({}, former),
    ];
    await admin.call(setAccountRoles, { params: { accountId: former.id }, body: { accountRoles: ['learner'] } });
    await admin.call(deactivateAccount, { params: { accountId: gone.id }, body: {} });
    for (const each of [asAdmin, asMentor]) expect(await refusedToAccept(await tokenOf(each))).toMatchObject(usedUp);
    await accepts(await tokenOf(asLearner));
    // Another admin stands for it by resending it.
    await admin.call(resendInvitation, { params: { invitationId: asMentor.id } });
    expect((await accepts(await tokenOf(asMentor))).account.accountRoles).toEqual(['mentor']);
  });

  it('is in the audit trail, whose lines lose the address with the account', async () => {
    const invitation = await invites();
    await admin.call(resendInvitation, { params: { invitationId: invitation.id } });
    await accepts(await tokenOf(invitation));
    const other = await invites();
    await admin.call(cancelInvitation, { params: { invitationId: other.id } });
    const acts = async (id: string) =>
      (await admin.call(listAuditEntries, { query: { person: id } })).items.map(({ act, subject }) => [act, subject.person?.about.email]);
    expect(await acts(invitation.id)).toEqual([
      ['invitation-accepted', undefined],
      ['invitation-resent', invitation.email],
      ['invitation-sent', invitation.email],
    ]);
    expect(await acts(other.id)).toEqual([
      ['invitation-canceled', other.email],
      ['invitation-sent', other.email],
    ]);
    await (await new Someone(daymark.url).signsIn(invitation.email)).call(deleteAccount, { body: { password: PASSWORD } });
    expect(JSON.stringify(await daymark.database.query('select * from audit_entry'))).not.toContain(invitation.email);
    expect(await mailsTo(invitation.id)).toEqual([]);
  });

  it('leaves no address behind when the person deletes the account, whichever invitation the account came from', async () => {
    const traces = async (email: string) => {
      const rows = await daymark.database.query<{ row: string }[]>(
        `select audit_entry::text as row from audit_entry union all select message::text from message union all select invitation::text from invitation`,
      );
      return rows.filter(({ row }) => row.includes(email));
    };
    const deletes = async (email: string) => (await new Someone(daymark.url).signsIn(email)).call(deleteAccount, { body: { password: PASSWORD } });

    const canceled = await invites();
    await admin.call(cancelInvitation, { params: { invitationId: canceled.id } });
    await accepts(await tokenOf(await invites({ email: canceled.email })));
    expect((await traces(canceled.email)).length).toBeGreaterThan(3);
    await deletes(canceled.email);
    expect(await traces(canceled.email)).toEqual([]);

    const unused = await invites();
    const self = new Someone(daymark.url);
    await self.call(register, { body: { email: unused.email, password: PASSWORD, name: 'Wren Harbour', timeZone: 'UTC' } });
    await deletes(unused.email);
    expect(await traces(unused.email)).toEqual([]);
  });

  it('is not erased when it is resent at that moment', async () => {
    const { id, email } = await invites();
    daymark.clock.pass({ hours: 24 * (INVITATION_DAYS + 30) });
    // A worker takes it before, and looks at it afterwards.
    const claims = await daymark.worklist.claim(INVITATION_ERASURE, 1_000, 60);
    expect(claims.map(({ subjectId }) => subjectId)).toContain(id);
    admin = await daymark.withRoles('admin');
    await admin.call(resendInvitation, { params: { invitationId: id } });
    expect(await daymark.app.get(InvitationErasure).erase(id)).not.toBeNull();
    const { items } = await admin.call(listInvitations, { query: { limit: 100 } });
    expect(items.find((each) => each.id === id)).toMatchObject({ email, state: 'open' });
  });

  it('is stored without what opens it', async () => {
    const invitation = await invites();
    const token = await tokenOf(invitation);
    expect(JSON.stringify(await daymark.database.query('select * from invitation'))).not.toContain(token);
  });
});

describe('an invitation that nobody accepted', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: 'smtp://127.0.0.1:1' } });
  let admin: Someone;
  const signsIn = async () => void (admin = await daymark.withRoles('admin'));
  beforeEach(signsIn);
  /** Advances the clock and runs the recurring job. Sign-ins expire, so the admin signs in again. */
  const passes = async (time: { hours?: number; minutes?: number }) => {
    daymark.clock.pass(time);
    await (processorOf(daymark.app, 'enrollments') as unknown as { process(): Promise<void> }).process();
    await signsIn();
  };
  const days = (count: number) => ({ hours: 24 * count });
  const traces = async (email: string) => {
    const rows = await daymark.database.query<{ row: string }[]>(
      `select audit_entry::text as row from audit_entry union all select message::text from message union all select invitation::text from invitation`,
    );
    return rows.filter(({ row }) => row.includes(email)).length;
  };
  const actsOn = async (id: string) =>
    (await admin.call(listAuditEntries, { query: { person: id } })).items.map(({ act, by, subject }) => [act, by.person?.name, subject.person?.about]);

  it('is erased 30 days after it expired; its audit entries stay without the address', async () => {
    const { id, email } = await admin.call(invite, { body: { email: address(), name: 'Wren Harbour' } });
    await passes(days(INVITATION_DAYS + 30 - 1));
    const { items } = await admin.call(listInvitations, { query: {} });
    expect(items.find((each) => each.id === id)).toMatchObject({ email, state: 'expired' });
    await passes(days(1));
    expect(await traces(email)).toBe(0);
    expect((await admin.call(listInvitations, { query: {} })).items.map((each) => each.id)).not.toContain(id);
    expect(await actsOn(id)).toEqual([['invitation-sent', 'A admin', {}]]);
    await admin.call(invite, { body: { email } });
  });

  it('is erased 30 days after it was canceled', async () => {
    const { id, email } = await admin.call(invite, { body: { email: address() } });
    await admin.call(cancelInvitation, { params: { invitationId: id } });
    await passes(days(29));
    expect(await traces(email)).toBe(3);
    await passes(days(1));
    expect(await traces(email)).toBe(0);
    expect((await actsOn(id)).map(([act]) => act)).toEqual(['invitation-canceled', 'invitation-sent']);
  });

  it('is kept longer when it was resent', async () => {
    const { id, email } = await admin.call(invite, { body: { email: address() } });
    await passes(days(INVITATION_DAYS + 29));
    await admin.call(resendInvitation, { params: { invitationId: id } });
    await passes(days(INVITATION_DAYS + 29));
    expect(await traces(email)).toBeGreaterThan(0);
    await passes(days(1));
    expect(await traces(email)).toBe(0);
  });

  it('leaves the account alone that came from one', async () => {
    const { id, email } = await admin.call(invite, { body: { email: address() } });
    const [mail] = await daymark.database.query<{ text: string }[]>('select text from message where person_id = $1', [id]);
    const token = /\/invitation\/(\S+)/.exec(mail!.text)![1]!;
    await daymark.visitor().call(acceptInvitation, { params: { token }, body: acceptance });
    await passes(days(INVITATION_DAYS + 31));
    expect((await new Someone(daymark.url).signsIn(email)).id).toBe(id);
    expect((await actsOn(id)).map(([act, , about]) => [act, about])).toContainEqual(['invitation-sent', { email, accountRoles: ['learner'] }]);
  });

  it('of an earlier version is erased, too', async () => {
    const [open, canceled] = [await admin.call(invite, { body: { email: address() } }), await admin.call(invite, { body: { email: address() } })];
    await admin.call(cancelInvitation, { params: { invitationId: canceled.id } });
    const runner = daymark.database.createQueryRunner();
    const migration = new InvitationErasure1800000002211();
    await migration.down(runner);
    await migration.up(runner).finally(() => runner.release());
    await passes(days(30));
    expect([(await traces(open.email)) > 0, await traces(canceled.email)]).toEqual([true, 0]);
    await passes(days(INVITATION_DAYS));
    expect(await traces(open.email)).toBe(0);
  });
});

describe('the mail of an invitation', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: smtpUrl } });

  it('arrives with the link', async () => {
    const admin = await daymark.withRoles('admin');
    const { email } = await admin.call(invite, { body: { email: address() } });
    daymark.triggers.fire('mail');
    const { text = '' } = await office.to(email);
    const token = /\/invitation\/(\S+)/.exec(text)![1]!;
    expect((await daymark.visitor().call(acceptInvitation, { params: { token }, body: acceptance })).account.email).toBe(email);
  });

  it('is not sent once the invitation is canceled', async () => {
    const admin = await daymark.withRoles('admin');
    office.atTheDoor = () => 451;
    const { id, email } = await admin.call(invite, { body: { email: address() } });
    const [message] = await daymark.database.query<{ id: string }[]>('select id from message where person_id = $1', [id]);
    const read = () => admin.call(readMessage, { params: { messageId: message!.id } });
    while ((await read()).deliveries[0]?.outcome !== 'later') daymark.triggers.fire('mail');
    office.atTheDoor = () => 'take';

    await admin.call(cancelInvitation, { params: { invitationId: id } });
    daymark.clock.pass({ seconds: 31 });
    const settled = daymark.signal('mail-settled', message!.id);
    daymark.triggers.fire('mail');
    await settled;
    expect(await read()).toMatchObject({ state: 'canceled', text: '' });
    expect(office.calls).not.toContain(email);
    const { items } = await admin.call(listAuditEntries, { query: { act: 'mail-read', limit: 1 } });
    expect(items).toMatchObject([{ subject: { kind: 'account', id }, detail: { messageId: message!.id, mailKind: 'invitation' } }]);
  });
});
