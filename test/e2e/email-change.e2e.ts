import { EmailChangeErasure1800000002212 } from '../../migrations/1800000002212-email-change-erasure.js';
import { servedEndpoints } from '../../src/platform/http/served-endpoints.js';
import {
  cancelEmailChange,
  confirmEmailChange,
  readEmailChange,
  requestEmailChange,
  resendEmailChange,
  type EmailChange,
} from '../../src/users/email-change/email-change.contract.js';
import { confirmEmail } from '../../src/users/email-confirmations/email-confirmations.contract.js';
import { PasswordChangeService } from '../../src/users/password-change.service.js';
import { EmailChangeErasure } from '../../src/users/email-change/email-change-erasure.service.js';
import { changeAccount, changePassword, ownAccount, register, requestPasswordReset, resetPassword, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { processorOf } from '../support/jobs/processors.js';
import { mailsTo, tokenIn } from '../support/mails.js';
import { PASSWORD, type Someone } from '../support/people.js';

const settings = { SMTP_URL: 'smtp://127.0.0.1:1', DAYMARK_PUBLIC_URL: 'https://daymark.example', DAYMARK_CONFIRM_ADDRESSES: 'on' };
let last = 0;
const freshAddress = () => `new-${++last}@harbour.example`;

describe('changing one’s email address', () => {
  const daymark = startDaymark({ settings });
  const someone = async () => {
    const person = await daymark.someone();
    await daymark.setConfirmed(person);
    return person;
  };
  const asks = (person: Someone, email: string, password = PASSWORD) => person.call(requestEmailChange, { body: { email, password } });
  const linkOf = async (person: Someone) => tokenIn(await mailsTo(daymark, person, 'email-change'), 'change-email');
  const uses = (token: string) => daymark.visitor().call(confirmEmailChange, { params: { token } });
  const refusesLink = async (token: string) =>
    expect(await daymark.visitor().refused(confirmEmailChange, { params: { token } })).toMatchObject({ type: '/problems/link-used-up', status: 410 });
  const emailOf = async (person: Someone) => (await person.call(ownAccount, {})).email;
  const entersBy = (email: string) => daymark.visitor().call(signIn, { body: { email, password: PASSWORD } });

  it('keeps the old one until the link that went to the new one is used', async () => {
    const [person, email] = [await someone(), freshAddress()];
    expect(await asks(person, email)).toEqual({ email, expiresAt: expect.any(String), isMailSent: true });
    expect(await person.call(readEmailChange, {})).toMatchObject({ email });
    expect(await emailOf(person)).toBe(person.email);
    await entersBy(person.email);
    const [mail] = await mailsTo(daymark, person, 'email-change');
    expect(mail).toMatchObject({ to: email, subject: 'Confirm your new email address for Daymark' });
    await uses(await linkOf(person));
    expect(await person.call(ownAccount, {})).toMatchObject({ email, emailConfirmation: 'confirmed' });
    expect(await person.call(readEmailChange, {})).toMatchObject({ email: null, expiresAt: null });
    await entersBy(email);
    expect(await daymark.visitor().refused(signIn, { body: { email: person.email, password: PASSWORD } })).toMatchObject({
      type: '/problems/wrong-credentials',
    });
    await refusesLink(await linkOf(person));
  });

  it('is told to both addresses, and not the new one to the old', async () => {
    const [person, email] = [await someone(), freshAddress()];
    await asks(person, email);
    await uses(await linkOf(person));
    const mails = await mailsTo(daymark, person, 'email-changed');
    expect(mails.map(({ to }) => to)).toEqual([person.email, email]);
    expect(mails[0]?.text).toContain('If it wasn’t you, someone else knows your password.');
    expect(JSON.stringify(mails[0])).not.toContain(email);
  });

  it('is not told to an old address that nobody confirmed, and so corrects one that was mistyped', async () => {
    const [person, email] = [await daymark.someone(), freshAddress()];
    await asks(person, email);
    await uses(await linkOf(person));
    expect((await mailsTo(daymark, person, 'email-changed')).map(({ to }) => to)).toEqual([email]);
    expect(await person.call(ownAccount, {})).toMatchObject({ email, emailConfirmation: 'confirmed' });
  });

  it('needs the current password', async () => {
    const person = await someone();
    const body = { email: freshAddress(), password: 'not that one' };
    expect(await person.refused(requestEmailChange, { body })).toMatchObject({ type: '/problems/wrong-password', status: 422 });
    expect(await person.call(readEmailChange, {})).toMatchObject({ email: null });
  });

  it('needs another address than the present one; another spelling of it is one', async () => {
    const person = await someone();
    const same = { body: { email: person.email, password: PASSWORD } };
    expect(await person.refused(requestEmailChange, same)).toMatchObject({ type: '/problems/same-email', status: 422 });
    await asks(person, person.email.toUpperCase());
    await uses(await linkOf(person));
    expect(await emailOf(person)).toBe(person.email.toUpperCase());
  });

  it('answers the same for an address that has an account, whose owner gets a mail without a link', async () => {
    const [person, owner] = [await someone(), await someone()];
    const known = ({ expiresAt, ...answer }: EmailChange) => ({ ...answer, email: '', expiresOn: expiresAt?.slice(0, 10) });
    const free = known(await asks(person, freshAddress()));
    expect(known(await asks(person, owner.email.toUpperCase()))).toEqual(free);
    expect(await mailsTo(daymark, owner, 'email-taken')).toMatchObject([{ to: owner.email, subject: 'Your email address already has a Daymark account' }]);
    expect((await mailsTo(daymark, person, 'email-change')).map(({ to }) => to)).not.toContain(owner.email);
    expect(JSON.stringify(await mailsTo(daymark, owner, 'email-taken'))).not.toContain(person.email);
  });

  it('writes nothing to an address that has an account and that nobody confirmed', async () => {
    const [person, owner] = [await someone(), await daymark.someone()];
    await asks(person, owner.email);
    expect((await mailsTo(daymark, owner)).map(({ kind }) => kind)).toEqual(['email-confirmation']);
  });

  it('is refused where somebody registered the address meanwhile', async () => {
    const [person, email] = [await someone(), freshAddress()];
    await asks(person, email);
    await daymark.visitor().call(register, { body: { email, password: PASSWORD, name: 'Rook Lantern', timeZone: 'UTC' } });
    const params = { token: await linkOf(person) };
    expect(await daymark.visitor().refused(confirmEmailChange, { params })).toMatchObject({ type: '/problems/email-taken', status: 409 });
    expect(await emailOf(person)).toBe(person.email);
  });

  it('can be canceled, which ends the link', async () => {
    const person = await someone();
    await asks(person, freshAddress());
    for (const _ of [1, 2]) expect(await person.call(cancelEmailChange, {})).toMatchObject({ email: null });
    await refusesLink(await linkOf(person));
    expect(await person.refused(resendEmailChange, {})).toMatchObject({ type: '/problems/no-email-change', status: 409 });
  });

  it('goes to the last address asked for: the link before is over', async () => {
    const [person, second] = [await someone(), freshAddress()];
    await asks(person, freshAddress());
    const first = await linkOf(person);
    await asks(person, second);
    await refusesLink(first);
    await uses(await linkOf(person));
    expect(await emailOf(person)).toBe(second);
  });

  it('is possible for a day, and for another day after the link was resent', async () => {
    const [late, person, email] = [await someone(), await someone(), freshAddress()];
    await asks(late, freshAddress());
    await asks(person, email);
    daymark.clock.pass({ hours: 23 });
    for (const each of [late, person]) await each.signsIn(each.email);
    expect(await person.call(resendEmailChange, {})).toMatchObject({ email });
    daymark.clock.pass({ hours: 23 });
    await refusesLink(await linkOf(late));
    await uses(await linkOf(person));
    await person.signsIn(email);
  });

  it('keeps sign-ins, and ends links that went to the old address', async () => {
    const person = await daymark.someone();
    const confirmation = tokenIn(await mailsTo(daymark, person, 'email-confirmation'), 'confirm-email');
    await daymark.visitor().call(requestPasswordReset, { body: { email: person.email } });
    const reset = tokenIn(await mailsTo(daymark, person, 'password-reset'), 'new-password');
    await asks(person, freshAddress());
    await uses(await linkOf(person));
    await person.call(ownAccount, {});
    const body = { password: 'a new one, at last' };
    expect(await daymark.visitor().refused(resetPassword, { params: { token: reset }, body })).toMatchObject({ type: '/problems/link-used-up' });
    expect(await daymark.visitor().refused(confirmEmail, { params: { token: confirmation } })).toMatchObject({ type: '/problems/link-used-up' });
  });

  it('ends with a new password, because somebody else may have asked for it', async () => {
    const [changes, is] = [await someone(), await someone()];
    for (const person of [changes, is]) await asks(person, freshAddress());
    await changes.call(changePassword, { body: { current: PASSWORD, next: 'a new one, at last' } });
    await daymark.app.get(PasswordChangeService).set(is.id, 'a new one, at last');
    for (const person of [changes, is]) await refusesLink(await linkOf(person));
  });

  it('is not done by a link that is made up, cut or another’s', async () => {
    const [person, other] = [await someone(), await someone()];
    for (const each of [person, other]) await asks(each, freshAddress());
    const [own, theirs] = [await linkOf(person), await linkOf(other)];
    for (const token of ['made-up', own.slice(0, -4), `${own.split('.')[0]}.${theirs.split('.')[1]}`]) await refusesLink(token);
  });

  it('sends three mails an hour, to one address and for one person', async () => {
    const person = await someone();
    for (const _ of [1, 2, 3]) await asks(person, freshAddress());
    for (const tries of [
      () => person.refused(resendEmailChange, {}),
      () => person.refused(requestEmailChange, { body: { email: freshAddress(), password: PASSWORD } }),
    ])
      expect(await tries()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    const target = freshAddress();
    for (const _ of [1, 2, 3]) await asks(await someone(), target);
    const body = { email: target.toUpperCase(), password: PASSWORD };
    expect(await (await someone()).refused(requestEmailChange, { body })).toMatchObject({ type: '/problems/too-many-requests' });
  });
});

describe('a Daymark without a mail server', () => {
  const daymark = startDaymark({ settings: { DAYMARK_PUBLIC_URL: 'https://daymark.example' } });

  it('says that the link is in the outbox', async () => {
    const person = await daymark.someone();
    expect(await person.call(requestEmailChange, { body: { email: freshAddress(), password: PASSWORD } })).toMatchObject({ isMailSent: false });
  });
});

describe('a change of some fields', () => {
  const daymark = startDaymark();

  it('that names an email address, or any other field that can’t be changed there, is refused by its name', async () => {
    const person = await daymark.someone();
    for (const field of ['email', 'accountRoles', 'passwordHash', 'id']) {
      const refused = await person.refused(changeAccount, { body: { name: 'Somebody else', [field]: 'x' } });
      expect(refused).toMatchObject({
        type: '/problems/invalid-input',
        status: 400,
        errors: [{ path: `body.${field}`, message: 'This field can’t be set here' }],
      });
    }
    expect(await person.call(ownAccount, {})).toMatchObject({ name: 'Wren Harbour', email: person.email });
  });

  it('ignores no field at any endpoint that changes some', () => {
    const patches = servedEndpoints(daymark.app).filter(({ method }) => method === 'PATCH');
    expect(patches.length).toBeGreaterThan(0);
    for (const { path, body } of patches)
      expect({ path, codes: body.safeParse({ 'no such field': 1 }).error?.issues.map(({ code }) => code) }).toMatchObject({
        path,
        codes: expect.arrayContaining(['unrecognized_keys']) as string[],
      });
  });
});

describe('a new email address that nobody confirms', () => {
  const daymark = startDaymark({ worker: true, settings });
  const asks = (person: Someone, email: string) => person.call(requestEmailChange, { body: { email, password: PASSWORD } });
  const passes = async (days: number) => {
    daymark.clock.pass({ hours: 24 * days });
    await (processorOf(daymark.app, 'enrollments') as unknown as { process(): Promise<void> }).process();
  };
  /** How many rows contain the address. */
  const traces = async (email: string) => {
    const rows = await daymark.database.query<{ row: string }[]>(
      'select email_change::text as row from email_change union all select message::text from message',
    );
    return rows.filter(({ row }) => row.includes(email)).length;
  };

  it('is erased with its mail 30 days after the link expired', async () => {
    const [person, email] = [await daymark.someone(), freshAddress()];
    await asks(person, email);
    await passes(30);
    expect(await traces(email)).toBe(2);
    await passes(1);
    expect(await traces(email)).toBe(0);
  });

  it('is also erased after it was canceled or replaced', async () => {
    const [person, canceled, replaced] = [await daymark.someone(), freshAddress(), freshAddress()];
    await asks(person, canceled);
    await person.call(cancelEmailChange, {});
    await asks(person, replaced);
    await asks(person, freshAddress());
    expect([await traces(canceled), await traces(replaced)]).toEqual([1, 1]);
    await passes(31);
    expect([await traces(canceled), await traces(replaced)]).toEqual([0, 0]);
  });

  it('is kept longer when the link was sent again', async () => {
    const [person, email] = [await daymark.someone(), freshAddress()];
    await asks(person, email);
    await passes(30);
    await (await person.signsIn(person.email)).call(resendEmailChange, {});
    await passes(30);
    expect(await traces(email)).toBeGreaterThan(0);
    await passes(1);
    expect(await traces(email)).toBe(0);
  });

  it('is erased although another one cannot be', async () => {
    const [first, second] = [await daymark.someone(), await daymark.someone()];
    const addresses = [freshAddress(), freshAddress()] as const;
    await asks(first, addresses[0]);
    daymark.clock.pass({ minutes: 1 });
    await asks(second, addresses[1]);
    const erasure = daymark.app.get(EmailChangeErasure);
    const erase = erasure.erase.bind(erasure);
    erasure.erase = (id) => (id === first.id ? Promise.reject(new Error('the disk is full')) : erase(id));
    await passes(31);
    expect(await traces(addresses[0])).toBeGreaterThan(0);
    expect(await traces(addresses[1])).toBe(0);
    erasure.erase = erase;
    await passes(1);
    expect(await traces(addresses[0])).toBe(0);
  });

  it('from an earlier version is also erased', async () => {
    const [person, email] = [await daymark.someone(), freshAddress()];
    await asks(person, email);
    const runner = daymark.database.createQueryRunner();
    const migration = new EmailChangeErasure1800000002212();
    await migration.down(runner);
    await migration.up(runner).finally(() => runner.release());
    await passes(31);
    expect(await traces(email)).toBe(0);
  });
});
