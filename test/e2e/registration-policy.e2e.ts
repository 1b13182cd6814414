import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { AccountsService } from '../../src/users/accounts.service.js';
import { confirmEmail, confirmEmailOf } from '../../src/users/email-confirmations/email-confirmations.contract.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { readRegistrationPolicy, setRegistrationPolicy, type RegistrationPolicyChange } from '../../src/users/registration/registration-policy.contract.js';
import { confirmEmailChange, requestEmailChange } from '../../src/users/email-change/email-change.contract.js';
import { invite } from '../../src/users/invitations/invitations.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import {
  changePassword,
  listAccounts,
  ownAccount,
  register,
  renewSession,
  requestPasswordReset,
  resetPassword,
  signIn,
} from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD, Someone } from '../support/people.js';

type Daymark = ReturnType<typeof startDaymark>;
let count = 0;
const someName = () => `wren${++count}`;
const registration = (email: string) => ({ body: { email, password: PASSWORD, name: 'Wren Harbour' } });
/** How many people there are, so that a refusal is seen to have made nobody. */
const numberOf = (daymark: Daymark) => daymark.database.query<{ n: number }[]>('select count(*)::int as n from account').then(([row]) => row!.n);
/** The answer to a registration: the slug of a refusal, or that it was taken. */
async function tried(daymark: Daymark, email: string): Promise<string> {
  const before = await numberOf(daymark);
  const outcome = await daymark
    .visitor()
    .call(register, registration(email))
    .then(
      () => 'registered',
      (error: { problem?: { type: string } }) => error.problem?.type.replace('/problems/', '') ?? String(error),
    );
  // An account whose address is not confirmed yet exists, too.
  expect((await numberOf(daymark)) - before).toBe(['registered', 'address-unconfirmed'].includes(outcome) ? 1 : 0);
  return outcome;
}

describe('registration', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  let admin: Someone;
  const sets = (body: RegistrationPolicyChange) => admin.call(setRegistrationPolicy, { body });
  beforeAll(async () => {
    admin = await daymark.withRoles('admin');
  });

  it('is open at first, and whoever looks is told so', async () => {
    expect(await daymark.visitor().call(readRegistrationPolicy, {})).toEqual({ mode: 'open', domains: [] });
    expect(await tried(daymark, `${someName()}@anywhere.example`)).toBe('registered');
  });

  it('by invitation is refused to all alike, whether or not the address is known', async () => {
    await sets({ mode: 'invitation', domains: [] });
    expect(await daymark.visitor().call(readRegistrationPolicy, {})).toEqual({ mode: 'invitation', domains: [] });
    const refused = (email: string) => daymark.visitor().refused(register, registration(email));
    const [known, unknown] = [await refused(admin.email), await refused(`${someName()}@anywhere.example`)];
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({
      status: 403,
      type: '/problems/registration-closed',
      title: 'Registration is by invitation',
      detail: 'Ask your administrator for an invitation.',
    });
    // A weak password is not even looked at.
    expect(await daymark.visitor().refused(register, { body: { ...registration(admin.email).body, password: '1234567890' } })).toEqual(known);
  });

  it('by email domain takes addresses of these domains alone, in both ways to write them', async () => {
    expect(await sets({ mode: 'domain', domains: ['@Example.org', '*.harbour.example', 'bücher.example', 'xn--bcher-kva.example'] })).toEqual({
      mode: 'domain',
      domains: ['example.org', '*.harbour.example', expect.stringMatching(/^(bücher|xn--bcher-kva)\.example$/)],
    });
    const answers = async (...hosts: string[]) => {
      const found: string[] = [];
      for (const host of hosts) found.push(await tried(daymark, `${someName()}@${host}`));
      return new Set(found);
    };
    expect(await answers('example.org', 'EXAMPLE.org', 'pier.harbour.example', 'a.b.harbour.example', 'bücher.example', 'xn--bcher-kva.example')).toEqual(
      new Set(['address-unconfirmed']),
    );
    expect(await answers('mail.example.org', 'badexample.org', 'example.org.evil.example', 'harbour.example', 'bucher.example')).toEqual(
      new Set(['email-domain-not-allowed']),
    );
    const refused = (email: string) => daymark.visitor().refused(register, registration(email));
    const known = await daymark.app.get(AccountsService).create({ email: 'known@other.example', name: 'Known', timeZone: 'UTC', roles: ['learner'] });
    expect(await refused(known.email)).toEqual(await refused('unknown@other.example'));
  });

  it('is set by admins alone, with at least one domain where it is by domain', async () => {
    const person = new Someone(daymark.url);
    await sets({ mode: 'open', domains: [] });
    await person.registers();
    expect(await person.refused(setRegistrationPolicy, { body: { mode: 'open' } })).toMatchObject({ type: '/problems/not-permitted' });
    for (const body of [{ mode: 'domain' }, { mode: 'domain', domains: ['not a domain'] }, { mode: 'domain', domains: ['example'] }, { mode: 'closed' }])
      expect(await admin.refused(setRegistrationPolicy, { body })).toMatchObject({ type: '/problems/invalid-input' });
  });

  it('leaves a line in the audit trail with before and after, if it changed', async () => {
    await sets({ mode: 'open', domains: [] });
    await sets({ mode: 'domain', domains: ['example.org'] });
    await sets({ mode: 'domain', domains: ['example.org'] });
    await sets({ mode: 'invitation', domains: ['example.org'] });
    const { items } = await admin.call(listAuditEntries, { query: { act: 'registration-changed', limit: 2 } });
    expect(items.map(({ by, detail }) => [by.person?.id, detail])).toEqual([
      [admin.id, { previousMode: 'domain', previousDomains: ['example.org'], mode: 'invitation', domains: [] }],
      [admin.id, { previousMode: 'open', previousDomains: [], mode: 'domain', domains: ['example.org'] }],
    ]);
  });

  it('does not bind the command line and the first admin', async () => {
    await sets({ mode: 'invitation', domains: [] });
    await daymark.database.query(`delete from account_role where role = 'admin'`);
    const lines = await daymark.app.get(FirstAdminService).welcome(true);
    const password = lines.flatMap((line) => /password {2}(\S+)/.exec(line)?.[1] ?? [])[0];
    expect(await new Someone(daymark.url).signsIn('admin@daymark.local', password)).toBeInstanceOf(Someone);
  });
});

describe('registration where addresses are not confirmed', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'off' } });

  it('is not by email domain, because anyone could type such an address', async () => {
    const admin = await daymark.withRoles('admin');
    const refusal = await admin.refused(setRegistrationPolicy, { body: { mode: 'domain', domains: ['example.org'] } });
    expect(refusal).toMatchObject({ status: 409, type: '/problems/addresses-unchecked', detail: expect.stringContaining('DAYMARK_CONFIRM_ADDRESSES=on') });
    expect(await daymark.visitor().call(readRegistrationPolicy, {})).toEqual({ mode: 'open', domains: [] });
  });
});

describe('registration by email domain, where the operator stops confirming addresses', () => {
  const daymark = startDaymark({ settings: { DAYMARK_CONFIRM_ADDRESSES: 'off' } });

  it('is closed, because anyone could type such an address; invitations still work', async () => {
    const admin = await daymark.withRoles('admin');
    // As it was set while addresses were confirmed.
    await daymark.database.query(`insert into registration_policy (id, mode, domains, changed_at) values (1, 'domain', '{example.org}', '2026-11-02T12:00Z')`);
    expect(await tried(daymark, `${someName()}@example.org`)).toBe('registration-closed');
    expect(await admin.call(invite, { body: { email: `${someName()}@example.org` } })).toMatchObject({ state: 'open' });
    expect((await new Someone(daymark.url).signsIn(admin.email)).email).toBe(admin.email);
  });
});

describe('a switch of registration to certain email domains', () => {
  const daymark = startDaymark({
    settings: { SMTP_URL: 'smtp://127.0.0.1:1', DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' },
  });
  let admin: Someone;
  const sets = (body: RegistrationPolicyChange) => admin.call(setRegistrationPolicy, { body });
  beforeEach(async () => {
    admin ??= await daymark.withRoles('admin');
    await sets({ mode: 'open', domains: [] });
  });
  const linkTo = async (person: Someone, page: string) => tokenIn(await mailsTo(daymark, person), page);
  const confirms = async (person: Someone) =>
    daymark.visitor().call(confirmEmail, { params: { token: await linkTo(person, 'confirm-email') }, body: { password: PASSWORD } });
  const entry = (email: string) =>
    new Someone(daymark.url).signsIn(email).then(
      () => 'signs in',
      ({ problem }: { problem: { type: string } }) => problem.type.replace('/problems/', ''),
    );

  it.each([
    ['a foreign address, confirmed', 'elsewhere.example', true, 'signs in'],
    ['a foreign address, not confirmed', 'elsewhere.example', false, 'address-unconfirmed'],
    ['an address of the domain, confirmed', 'example.org', true, 'signs in'],
    ['an address of the domain, not confirmed', 'example.org', false, 'address-unconfirmed'],
  ])(
    'keeps an account with %s: it stays signed in, its tokens work, and it can sign in once the address is confirmed',
    async (_, host, isConfirmed, outcome) => {
      const person = await new Someone(daymark.url).registers({ email: `${someName()}@${host}` });
      const { token } = await person.call(makePersonalToken, { body: { name: 'Timer', scopes: ['read'], password: PASSWORD } });
      if (isConfirmed) await confirms(person);
      await sets({ mode: 'domain', domains: ['example.org'] });
      expect((await person.call(renewSession, {})).account.id).toBe(person.id);
      expect((await new Caller(daymark.url, token).call(ownAccount, {})).id).toBe(person.id);
      expect(await entry(person.email)).toBe(outcome);
      await confirms(person);
      expect(await entry(person.email)).toBe('signs in');
    },
  );

  it('lets people change their address to a foreign one, which they confirm by its link', async () => {
    const person = await new Someone(daymark.url).registers({ email: `${someName()}@example.org` });
    await confirms(person);
    await sets({ mode: 'domain', domains: ['example.org'] });
    const email = `${someName()}@elsewhere.example`;
    await person.call(requestEmailChange, { body: { email, password: PASSWORD } });
    expect(await entry(email)).toBe('wrong-credentials');
    await daymark.visitor().call(confirmEmailChange, { params: { token: await linkTo(person, 'change-email') } });
    expect(await entry(email)).toBe('signs in');
  });

  it('gives nobody a way around by changing the address of an account that was never confirmed', async () => {
    await sets({ mode: 'domain', domains: ['example.org'] });
    const email = `${someName()}@example.org`;
    const stranger = new Someone(daymark.url);
    await stranger.refused(register, registration(email));
    expect(stranger.cookie).toBeUndefined();
    expect(await entry(email)).toBe('address-unconfirmed');
    expect(await stranger.refused(requestEmailChange, { body: { email: `${someName()}@elsewhere.example`, password: PASSWORD } })).toMatchObject({
      type: '/problems/not-signed-in',
    });
  });

  it('admits everyone again once it is undone', async () => {
    const person = await new Someone(daymark.url).registers({ email: `${someName()}@elsewhere.example` });
    await sets({ mode: 'domain', domains: ['example.org'] });
    expect(await entry(person.email)).toBe('address-unconfirmed');
    await sets({ mode: 'invitation', domains: [] });
    expect(await entry(person.email)).toBe('signs in');
  });
});

describe.each([
  ['with a mail server', { SMTP_URL: 'smtp://127.0.0.1:1' }, /We sent a link to it/],
  ['without a mail server', {}, /Ask your administrator to confirm your address/],
])('registration by email domain %s', (_, mail: Record<string, string>, advice) => {
  const daymark = startDaymark({ settings: { ...mail, DAYMARK_CONFIRM_ADDRESSES: 'on', DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  let admin: Someone;
  beforeAll(async () => {
    admin = await daymark.withRoles('admin');
    await admin.call(setRegistrationPolicy, { body: { mode: 'domain', domains: ['example.org'] } });
  });
  const rowOf = async (email: string) => (await admin.call(listAccounts, { query: { search: email } })).items[0]!;
  const tokenFor = async (accountId: string, page: string) => {
    const mails = await daymark.database.query<{ text: string }[]>('select text from message where person_id = $1', [accountId]);
    return mails.flatMap(({ text }) => new RegExp(`/${page}/(\\S+)`).exec(text)?.[1] ?? [])[0]!;
  };

  it('lets nobody in with an address that is not shown to be theirs', async () => {
    const email = 'not-mine@example.org';
    expect(await daymark.visitor().refused(register, registration(email))).toMatchObject({ status: 403, type: '/problems/address-unconfirmed' });
    const refused = await daymark.visitor().refused(signIn, { body: { email, password: PASSWORD } });
    expect(refused).toMatchObject({ type: '/problems/address-unconfirmed', detail: expect.stringMatching(advice) });
    expect(await daymark.visitor().refused(signIn, { body: { email, password: 'a guess at random' } })).toMatchObject({ type: '/problems/wrong-credentials' });
  });

  it('lets somebody who is signed in already change the password and stay', async () => {
    await admin.call(setRegistrationPolicy, { body: { mode: 'open', domains: [] } });
    const person = await new Someone(daymark.url).registers();
    await admin.call(setRegistrationPolicy, { body: { mode: 'domain', domains: ['example.org'] } });
    await person.call(changePassword, { body: { current: PASSWORD, next: 'another long phrase' } });
    const again = { body: { email: person.email, password: 'another long phrase' } };
    expect(await daymark.visitor().refused(signIn, again)).toMatchObject({ type: '/problems/address-unconfirmed' });
  });

  it('is not opened by an owner of the address who clicks the link and did not register', async () => {
    const email = 'anna@example.org';
    await daymark.visitor().refused(register, registration(email));
    const link = { params: { token: await tokenFor((await rowOf(email)).id, 'confirm-email') } };
    const wrong = { type: '/problems/wrong-password', detail: expect.stringContaining('ignore the mail') };
    expect(await daymark.visitor().refused(confirmEmail, { ...link, body: {} })).toMatchObject(wrong);
    expect(await daymark.visitor().refused(confirmEmail, { ...link, body: { password: 'a guess at random' } })).toMatchObject(wrong);
    expect(await daymark.visitor().refused(signIn, { body: { email, password: PASSWORD } })).toMatchObject({ type: '/problems/address-unconfirmed' });
    await daymark.visitor().call(confirmEmail, { ...link, body: { password: PASSWORD } });
    expect(await daymark.visitor().call(confirmEmail, { ...link, body: {} })).toEqual({ confirmed: true });
    expect((await new Someone(daymark.url).signsIn(email)).email).toBe(email);
  });

  it('lets them in once the link was opened, a password was set by mail, or an admin confirmed the address', async () => {
    const [byLink, byPassword, byAdmin] = ['link@example.org', 'password@example.org', 'admin@example.org'];
    for (const email of [byLink, byPassword, byAdmin]) await daymark.visitor().refused(register, registration(email));
    const link = { params: { token: await tokenFor((await rowOf(byLink)).id, 'confirm-email') } };
    await daymark.visitor().call(confirmEmail, { ...link, body: { password: PASSWORD } });
    await daymark.visitor().call(requestPasswordReset, { body: { email: byPassword } });
    const token = await tokenFor((await rowOf(byPassword)).id, 'new-password');
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: PASSWORD } });
    await admin.call(confirmEmailOf, { params: { accountId: (await rowOf(byAdmin)).id } });
    for (const email of [byLink, byPassword, byAdmin]) expect((await new Someone(daymark.url).signsIn(email)).email).toBe(email);
  });
});
