import { confirmEmailOf } from '../../src/users/email-confirmations/email-confirmations.contract.js';
import { deactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { readRegistrationPolicy, setRegistrationPolicy } from '../../src/users/registration/registration-policy.contract.js';
import { deleteAccount, setAccountRoles } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, Someone } from '../support/people.js';

const BY_DOMAIN = { body: { mode: 'domain' as const, domains: ['harbour.example'] } };
const roles = ({ id }: Someone, ...accountRoles: ('learner' | 'mentor' | 'admin')[]) => ({ params: { accountId: id }, body: { accountRoles } });
const of = ({ id }: Someone) => ({ params: { accountId: id } });

describe.each([
  ['with a mail server', { SMTP_URL: 'smtp://127.0.0.1:1' }],
  ['without a mail server', {}],
])('an email address that is not confirmed, %s', (_, mail: Record<string, string>) => {
  const daymark = startDaymark({ settings: { ...mail, DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const confirmedAdmin = () => daymark.withRoles('admin');
  const unconfirmed = async (...held: ('learner' | 'mentor' | 'admin')[]) => {
    const person = await daymark.withRoles(...held);
    await daymark.setConfirmed(person, false);
    return person;
  };
  afterEach(async () => {
    await daymark.database.query('delete from registration_policy');
    await daymark.database.query(`delete from account_role where role = 'admin'`);
  });

  it('does not let its admin set registration by email domain, because they could not sign in again', async () => {
    const [admin, other] = [await unconfirmed('admin'), await confirmedAdmin()];
    expect(await admin.refused(setRegistrationPolicy, BY_DOMAIN)).toMatchObject({ status: 403, type: '/problems/address-unconfirmed' });
    expect(await daymark.visitor().call(readRegistrationPolicy, {})).toEqual({ mode: 'open', domains: [] });
    await admin.call(setRegistrationPolicy, { body: { mode: 'invitation' } });
    await other.call(confirmEmailOf, of(admin));
    expect(await admin.call(setRegistrationPolicy, BY_DOMAIN)).toMatchObject({ mode: 'domain' });
    expect(await new Someone(daymark.url).signsIn(admin.email)).toBeInstanceOf(Someone);
  });

  it('gets no account role that reads what others wrote, until it is confirmed', async () => {
    const [admin, person] = [await confirmedAdmin(), await daymark.someone()];
    for (const role of ['mentor', 'admin'] as const)
      expect(await admin.refused(setAccountRoles, roles(person, 'learner', role))).toMatchObject({ status: 409, type: '/problems/person-unconfirmed' });
    expect((await admin.call(setAccountRoles, roles(person, 'learner'))).accountRoles).toEqual(['learner']);
    await admin.call(confirmEmailOf, of(person));
    expect((await admin.call(setAccountRoles, roles(person, 'mentor', 'admin'))).accountRoles).toEqual(['mentor', 'admin']);
  });

  it('keeps the account roles that it has, and loses them as any other', async () => {
    const [admin, mentor] = [await confirmedAdmin(), await unconfirmed('learner', 'mentor')];
    expect((await admin.call(setAccountRoles, roles(mentor, 'mentor'))).accountRoles).toEqual(['mentor']);
    expect(await admin.refused(setAccountRoles, roles(mentor, 'mentor', 'admin'))).toMatchObject({ type: '/problems/person-unconfirmed' });
    expect((await admin.call(setAccountRoles, roles(mentor, 'learner'))).accountRoles).toEqual(['learner']);
  });

  it('does not make its admin the last one while nobody can sign in with it', async () => {
    const [other, admin] = [await unconfirmed('admin'), await confirmedAdmin()];
    await admin.call(setRegistrationPolicy, BY_DOMAIN);
    const lastAdmin = { status: 409, type: '/problems/last-admin' };
    expect(await admin.refused(setAccountRoles, roles(admin, 'learner'))).toMatchObject(lastAdmin);
    expect(await admin.refused(deleteAccount, { body: { password: PASSWORD } })).toMatchObject(lastAdmin);
    expect(await other.refused(setAccountRoles, roles(admin, 'learner'))).toMatchObject(lastAdmin);
    expect(await other.refused(deactivateAccount, { ...of(admin), body: {} })).toMatchObject(lastAdmin);
    await admin.call(confirmEmailOf, of(other));
    expect((await other.call(setAccountRoles, roles(admin, 'learner'))).accountRoles).toEqual(['learner']);
  });

  it('makes its admin the last one where everybody can sign in', async () => {
    const [other, admin] = [await unconfirmed('admin'), await confirmedAdmin()];
    expect((await other.call(setAccountRoles, roles(admin, 'learner'))).accountRoles).toEqual(['learner']);
  });
});
