import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { setReminderRule } from '../../src/reminders/reminders.contract.js';
import { changeAccount, deleteAccount, listAccounts, ownAccount, requestPasswordReset, setAccountRoles, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

describe('an account', () => {
  const daymark = startDaymark();

  it('changes its name or its time zone, and only the zone makes what is due by the clock be worked out anew', async () => {
    const learner = await daymark.someone({ name: 'Wren Harbour' });
    const marks = () => daymark.database.query<unknown[]>(`select kind from work where subject_id = $1 order by kind`, [learner.id]);
    expect(await learner.call(changeAccount, { body: { name: '  Wren Quay ' } })).toMatchObject({ name: 'Wren Quay', timeZone: 'UTC' });
    expect(await marks()).toEqual([]);
    expect(await learner.call(changeAccount, { body: { timeZone: 'Pacific/Auckland' } })).toMatchObject({ name: 'Wren Quay', timeZone: 'Pacific/Auckland' });
    expect(await marks()).toEqual([{ kind: 'day-zone' }, { kind: 'reminder-rule' }]);
    expect(await learner.call(changeAccount, { body: {} })).toEqual(await learner.call(ownAccount, {}));
    expect(await learner.refused(changeAccount, { body: { timeZone: 'Atlantis/Deep' } })).toMatchObject({ type: '/problems/invalid-input' });
  });

  it('is deleted with everything that belongs to it', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-03-02', minutes: 30 });
    await learner.call(requestPasswordReset, { body: { email: learner.email } });
    expect(await learner.refused(deleteAccount, { body: { password: 'not that one' } })).toMatchObject({ type: '/problems/wrong-password' });
    await learner.call(deleteAccount, { body: { password: PASSWORD } });
    for (const trace of [learner.email, learner.enrollmentId]) expect(await tracesOf(trace)).toEqual([]);
    // The audit trail keeps the id alone, so that its entries stay apart.
    expect(await tracesOf(learner.id)).toEqual(['audit_entry']);
    expect(await learner.refused(signIn, { body: { email: learner.email, password: PASSWORD } })).toMatchObject({ type: '/problems/wrong-credentials' });
    // The access token ends with the account.
    learner.renews = false;
    expect(await learner.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in' });
    const { level, examOn, availability } = learner.enrollment;
    expect(await learner.refused(enroll, { body: { levelId: level.id, examOn, availability } })).toMatchObject({ type: '/problems/not-signed-in' });
    expect(await learner.refused(setReminderRule, { body: { localTime: '18:00', enabled: true } })).toMatchObject({ type: '/problems/not-signed-in' });
  });

  /** Every table that names this in any column; what must be done about nobody is done by nothing, so the worklist may. */
  async function tracesOf(trace: string): Promise<string[]> {
    const tables = await daymark.database.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'work'`,
    );
    const found = await Promise.all(
      tables.map(({ name }) => daymark.database.query<unknown[]>(`select 1 from "${name}" t where strpos(t::text, $1) > 0 limit 1`, [trace])),
    );
    return tables.flatMap(({ name }, index) => (found[index]?.length ? name : []));
  }
});

describe('the accounts of a Daymark', () => {
  const daymark = startDaymark();
  let admin: Someone;
  beforeAll(async () => {
    for (const name of ['Zoe Anchor', 'Émile Berth', 'adam Cove', 'Emil Dock']) await daymark.someone({ name });
    await daymark.someone({ name: 'Zoe Anchor', email: 'second_zoe@harbour.example' });
    admin = await daymark.withRoles('admin');
  });

  it('are listed to admins by name as people order them, page by page', async () => {
    const names: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await admin.call(listAccounts, { query: { limit: 2, ...(cursor && { cursor }) } });
      names.push(...page.items.map(({ name }) => name));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(names).toEqual(['A admin', 'adam Cove', 'Emil Dock', 'Émile Berth', 'Zoe Anchor', 'Zoe Anchor']);
  });

  it('go on after the longest name there may be', async () => {
    const name = '\u{10fff}'.repeat(60);
    for (const _ of [1, 2]) await daymark.someone({ name });
    const first = await admin.call(listAccounts, { query: { limit: 1, search: name } });
    const second = await admin.call(listAccounts, { query: { limit: 1, search: name, cursor: first.nextCursor! } });
    expect(second).toMatchObject({ items: [{ name }], nextCursor: null });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('refuse a cursor nobody wrote', async () => {
    for (const place of ['x', '["Zoe"]', '["Zoe","not an id"]']) {
      const cursor = Buffer.from(place).toString('base64url');
      expect(await admin.refused(listAccounts, { query: { cursor } })).toMatchObject({ type: '/problems/invalid-input', status: 400 });
    }
  });

  it('are found by a part of the name or the address, and by account role', async () => {
    const found = async (query: { search?: string; accountRole?: 'learner' | 'mentor' | 'admin' }) =>
      (await admin.call(listAccounts, { query })).items.map(({ name }) => name);
    expect(await found({ search: 'BERTH' })).toEqual(['Émile Berth']);
    expect(await found({ search: 'Second_zoe@' })).toEqual(['Zoe Anchor']);
    expect(await found({ search: '%' })).toEqual([]);
    expect(await found({ accountRole: 'admin' })).toEqual(['A admin']);
    expect(await found({ search: 'zoe', accountRole: 'mentor' })).toEqual([]);
  });

  it('get account roles from admins, with who gave them and when', async () => {
    const person = await daymark.someone({ name: 'Harriet Lode' });
    const row = await admin.call(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles: ['mentor', 'learner'] } });
    expect(row).toMatchObject({ name: 'Harriet Lode', accountRoles: ['learner', 'mentor'] });
    const grants = await daymark.database.query<unknown[]>('select role, granted_by as by from account_role where account_id = $1 order by role', [person.id]);
    expect(grants).toEqual([
      { role: 'learner', by: null },
      { role: 'mentor', by: admin.id },
    ]);
    expect((await person.signsIn(person.email)).session.account.accountRoles).toEqual(['learner', 'mentor']);
    await admin.call(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles: ['mentor'] } });
    expect((await person.signsIn(person.email)).session.account.accountRoles).toEqual(['mentor']);
    expect(await admin.refused(setAccountRoles, { params: { accountId: person.id }, body: { accountRoles: [] } })).toMatchObject({
      type: '/problems/invalid-input',
    });
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect(await admin.refused(setAccountRoles, { params: { accountId: nobody }, body: { accountRoles: ['mentor'] } })).toMatchObject({
      type: '/problems/not-found',
    });
  });
});

describe('the last admin', () => {
  const daymark = startDaymark();
  const steps = (admin: Someone, by = admin) => by.call(setAccountRoles, { params: { accountId: admin.id }, body: { accountRoles: ['learner'] } });

  it('stays admin and stays, until there is another', async () => {
    const admin = await daymark.withRoles('admin');
    expect(await admin.refused(setAccountRoles, { params: { accountId: admin.id }, body: { accountRoles: ['learner'] } })).toMatchObject({
      type: '/problems/last-admin',
      status: 409,
    });
    expect(await admin.refused(deleteAccount, { body: { password: PASSWORD } })).toMatchObject({ type: '/problems/last-admin', status: 409 });
    const second = await daymark.withRoles('admin');
    await admin.call(deleteAccount, { body: { password: PASSWORD } });
    expect(await second.refused(deleteAccount, { body: { password: PASSWORD } })).toMatchObject({ type: '/problems/last-admin' });
  });

  it('is one of two who want to leave at the same moment', async () => {
    const [one, two] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    await daymark.database.query(`delete from account_role where role = 'admin' and account_id not in ($1, $2)`, [one.id, two.id]);
    const outcomes = await Promise.allSettled([steps(one), steps(two)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await daymark.database.query<unknown[]>(`select from account_role where role = 'admin'`);
    expect(left).toHaveLength(1);
  });
});
