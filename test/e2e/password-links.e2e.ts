import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { deactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { sendPasswordLink } from '../../src/users/password-links/password-links.contract.js';
import { requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

describe('a password link from an admin', () => {
  const daymark = startDaymark({ settings: { DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const to = ({ id }: Someone) => ({ params: { accountId: id } });
  const mailsTo = ({ id }: Someone) =>
    daymark.database.query<{ text: string }[]>(`select text from message where person_id = $1 and kind = 'password-reset' order by created_at`, [id]);
  const tokenOf = async (person: Someone) => /\/new-password\/(\S+)/.exec((await mailsTo(person)).at(-1)!.text)![1]!;

  it('goes to the person by mail, is not in the answer, and leaves the password as it is until it is used', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    expect(await admin.call(sendPasswordLink, to(person))).toEqual({ sent: true });
    expect((await mailsTo(person))[0]!.text).toContain('An administrator of Daymark sent you this link');
    await person.signsIn(person.email, PASSWORD);
    daymark.clock.pass({ hours: 23 });
    const token = await tokenOf(person);
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: 'a longer new one' } });
    await person.signsIn(person.email, 'a longer new one');
  });

  it('expires after 24 hours', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    await admin.call(sendPasswordLink, to(person));
    const token = await tokenOf(person);
    daymark.clock.pass({ hours: 24 });
    const late = { params: { token }, body: { password: 'a longer new one' } };
    expect(await daymark.visitor().refused(resetPassword, late)).toMatchObject({ type: '/problems/link-used-up' });
  });

  it('counts with those that people request: three an hour', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    for (const _ of [1, 2]) await admin.call(sendPasswordLink, to(person));
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    expect(await admin.refused(sendPasswordLink, to(person))).toMatchObject({
      status: 429,
      detail: expect.stringContaining('We already sent this person links in the last hour.'),
    });
    expect(await mailsTo(person)).toHaveLength(3);
  });

  it('is in the audit trail', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone({ name: 'Wren Harbour' })];
    await admin.call(sendPasswordLink, to(person));
    const { items } = await admin.call(listAuditEntries, { query: { person: person.id } });
    expect(items).toMatchObject([{ act: 'password-link-sent', by: { person: { id: admin.id } }, subject: { id: person.id, label: 'Wren Harbour' } }]);
  });

  it('is for admins, to accounts that there are and that are active', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    expect(await person.refused(sendPasswordLink, to(admin))).toMatchObject({ type: '/problems/not-permitted' });
    const nobody = { params: { accountId: '01890000-0000-7000-8000-000000000000' } };
    expect(await admin.refused(sendPasswordLink, nobody)).toMatchObject({ type: '/problems/not-found' });
    await admin.call(deactivateAccount, { ...to(person), body: {} });
    expect(await admin.refused(sendPasswordLink, to(person))).toMatchObject({ status: 409, type: '/problems/account-not-active' });
    expect(await mailsTo(person)).toEqual([]);
  });
});
