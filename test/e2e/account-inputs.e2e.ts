import { readFileSync } from 'node:fs';
import { changeAccount, changePassword, listAccounts, register, requestPasswordReset, resetPassword, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, Someone } from '../support/people.js';

const fixture = (file: string) => readFileSync(`test/fixtures/accounts/${file}`, 'utf8').trim();
const [invisible, turned, twoLines, bell, family] = JSON.parse(fixture('names.json')) as string[];
const emails = [...fixture('emails.txt').split('\n'), ...fixture('emails-html.txt').split('\n')];

const daymark = startDaymark();
const registration = { email: 'ada@harbour.example', password: PASSWORD, name: 'Ada Pier', timeZone: 'UTC' };
const weak = (member: string) => ({ type: '/problems/weak-password', status: 422, errors: [{ path: `body.${member}`, message: expect.any(String) }] });

describe('a password that is easy to guess', () => {
  it.each(['1234567890', ' '.repeat(10), registration.email, 'Password2026!', 'daymark daymark'])('is refused to who registers: “%s”', async (password) => {
    expect(await daymark.visitor().refused(register, { body: { ...registration, password } })).toMatchObject(weak('password'));
  });

  it('is refused to who changes theirs, once the present one is right', async () => {
    const person = await daymark.someone({ name: 'Rook Lantern' });
    expect(await person.refused(changePassword, { body: { current: 'not that one', next: 'rooklantern1' } })).toMatchObject({
      type: '/problems/wrong-password',
    });
    expect(await person.refused(changePassword, { body: { current: PASSWORD, next: 'rooklantern1' } })).toMatchObject(weak('next'));
  });

  it('is refused to who comes by a link, which can still be used', async () => {
    const person = await daymark.someone();
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    const [mail] = await daymark.database.query<{ text: string }[]>(`select text from message where person_id = $1`, [person.id]);
    const params = { token: /\/new-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '' };
    expect(await daymark.visitor().refused(resetPassword, { params, body: { password: person.email } })).toMatchObject(weak('password'));
    await daymark.visitor().call(resetPassword, { params, body: { password: 'a new one, at last' } });
  });

  it('is no reason against a password that is typed in another normal form', async () => {
    const password = 'zażółć gęślą jaźń';
    await daymark.visitor().call(register, { body: { ...registration, email: 'jazn@harbour.example', password: password.normalize('NFD') } });
    await new Someone(daymark.url).signsIn('jazn@harbour.example', password);
  });
});

describe('an email address', () => {
  it.each(emails.filter((email, index) => emails.indexOf(email) === index))('may be %s', async (email) => {
    const { id } = await daymark.someone({ email });
    expect((await new Someone(daymark.url).signsIn(` ${email.toUpperCase()} `)).id).toBe(id);
  });

  it('is one account however its host is written', async () => {
    const email = 'jo@xn--bcher-kva.example';
    expect(await daymark.visitor().refused(register, { body: { ...registration, email } })).toMatchObject({ type: '/problems/email-taken' });
    expect((await daymark.visitor().call(signIn, { body: { email, password: PASSWORD } })).account.email).toBe('jo@bücher.example');
    const admin = await daymark.withRoles('admin');
    for (const search of ['jo@BÜCHER', 'jo@xn--bcher-kva.ex', email])
      expect((await admin.call(listAccounts, { query: { search } })).items.map(({ email: found }) => found)).toContain('jo@bücher.example');
  });
});

describe('a name', () => {
  it.each([invisible, turned, twoLines, bell])('that shows nothing or acts on the text around it is refused: %j', async (name) => {
    const refused = { type: '/problems/invalid-input', errors: [{ path: 'body.name', message: expect.any(String) }] };
    expect(await daymark.visitor().refused(register, { body: { ...registration, name } })).toMatchObject(refused);
    expect(await (await daymark.someone()).refused(changeAccount, { body: { name } })).toMatchObject(refused);
  });

  it('is kept as people write it, in one normal form, and found in any', async () => {
    expect((await daymark.someone({ name: family! })).session.account.name).toBe(family);
    const person = await daymark.someone({ name: '  Zoë\u00a0 Brücke '.normalize('NFD') });
    expect(person.session.account.name).toBe('Zoë Brücke');
    const { items } = await (await daymark.withRoles('admin')).call(listAccounts, { query: { search: 'Brücke'.normalize('NFD') } });
    expect(items.map(({ id }) => id)).toEqual([person.id]);
  });
});
