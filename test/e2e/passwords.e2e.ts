import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { changePassword, renewSession, requestPasswordReset, resetPassword, signIn } from '../../src/users/users.contract.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { startDaymark } from '../support/daymark.js';
import { Someone } from '../support/people.js';

const NEXT = 'a new one, at last';

describe('a forgotten password', () => {
  const daymark = startDaymark();
  const waiting = (person: string) =>
    daymark.database.query<{ text: string; to: string }[]>(
      `select text, to_address as "to" from message where person_id = $1 and kind = 'password-reset' order by created_at, id`,
      [person],
    );
  const tokenIn = (text: string | undefined) => /\/new-password\/([\w-]{43})/.exec(text ?? '')?.[1] ?? 'none';
  const asksFor = (email: string) => daymark.visitor().call(requestPasswordReset, { body: { email } });
  const uses = (token: string) => ({ params: { token }, body: { password: NEXT } });

  it('is replaced by a link from the mail, once, and every session ends', async () => {
    const learner = await daymark.someone();
    await asksFor(learner.email.toUpperCase());
    await asksFor(learner.email);
    const mails = await waiting(learner.id);
    expect(mails.map(({ to }) => to)).toEqual([learner.email, learner.email]);
    const [first, second] = mails.map(({ text }) => tokenIn(text)) as [string, string];
    await daymark.visitor().call(resetPassword, uses(first));
    for (const token of [first, second])
      expect(await daymark.visitor().refused(resetPassword, uses(token))).toMatchObject({ type: '/problems/link-used-up', status: 410 });
    expect(await learner.refused(renewSession, {})).toMatchObject({ type: '/problems/session-over' });
    await learner.signsIn(learner.email, NEXT);
  });

  it('is not replaced after an hour, nor by a link that is made up', async () => {
    const learner = await daymark.someone();
    await asksFor(learner.email);
    const [mail] = await waiting(learner.id);
    daymark.clock.pass({ hours: 1 });
    expect(await daymark.visitor().refused(resetPassword, uses(tokenIn(mail?.text)))).toMatchObject({ type: '/problems/link-used-up' });
    expect(await daymark.visitor().refused(resetPassword, uses('made-up'))).toMatchObject({ type: '/problems/link-used-up' });
    await learner.signsIn(learner.email);
  });

  it('tells nobody whether there is an account: neither by what is answered nor by how long it takes', async () => {
    const learner = await daymark.someone();
    const timed = async (email: string) => {
      const since = performance.now();
      return { answer: await asksFor(email), milliseconds: performance.now() - since };
    };
    const [known, unknown] = [await timed(learner.email), await timed('nobody@harbour.example')];
    expect(unknown.answer).toEqual(known.answer);
    for (const { milliseconds } of [known, unknown]) expect(milliseconds).toBeGreaterThanOrEqual(195);
    expect(await daymark.database.query('select from message where to_address = $1', ['nobody@harbour.example'])).toEqual([]);
  });

  it('leaves no token in the database but the mail that waits', async () => {
    const learner = await daymark.someone();
    await asksFor(learner.email);
    const [mail] = await waiting(learner.id);
    const stored = await daymark.database.query<unknown[]>('select from password_reset t where strpos(t::text, $1) > 0', [tokenIn(mail?.text)]);
    expect(stored).toEqual([]);
  });
});

describe('the first admin of a Daymark on a terminal', () => {
  const daymark = startDaymark();

  it('gets a password, shown once', async () => {
    const lines = await daymark.app.get(FirstAdminService).welcome(true);
    const [email, password] = ['email', 'password'].map(
      (name) =>
        lines
          .find((line) => line.trim().startsWith(name))
          ?.trim()
          .split(/\s+/)[1],
    );
    expect(email).toBe('admin@daymark.local');
    const admin = await new Someone(daymark.url).signsIn(email ?? '', password);
    expect(admin.session.account).toMatchObject({ accountRoles: ['admin'], passwordChosenAt: null });
    expect(await daymark.app.get(FirstAdminService).welcome(true)).toEqual([]);
    await admin.call(changePassword, { body: { current: password ?? '', next: NEXT } });
    expect((await new Someone(daymark.url).signsIn(email ?? '', NEXT)).session.account.passwordChosenAt).not.toBeNull();
  });
});

describe('the first admin of a Daymark without a terminal', () => {
  const daymark = startDaymark({ settings: { DAYMARK_ADMIN_EMAIL: 'ada@harbour.example' } });

  it('gets one link, for the owner of the data folder alone, however many processes start at once', async () => {
    const firstAdmin = daymark.app.get(FirstAdminService);
    const told = (await Promise.all([firstAdmin.welcome(false), firstAdmin.welcome(false), firstAdmin.welcome(false)])).flat();
    const file = join(daymark.folder, 'setup-link.txt');
    expect(told).toEqual([expect.stringContaining(file)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const token = readFileSync(file, 'utf8').trim().split('/new-password/')[1] ?? '';
    expect(await daymark.visitor().refused(signIn, { body: { email: 'ada@harbour.example', password: '' } })).toMatchObject({
      type: '/problems/wrong-credentials',
    });
    daymark.clock.pass({ hours: 6 * 24 });
    await daymark.visitor().call(resetPassword, { params: { token }, body: { password: NEXT } });
    expect((await new Someone(daymark.url).signsIn('ada@harbour.example', NEXT)).session.account.accountRoles).toEqual(['admin']);
    expect(await firstAdmin.welcome(false)).toEqual([]);
  });
});

describe('a Daymark without an admin', () => {
  const daymark = startDaymark();

  it('asks for an address when there is no terminal, and starts all the same', async () => {
    expect(await daymark.app.get(FirstAdminService).welcome(false)).toEqual([expect.stringContaining('DAYMARK_ADMIN_EMAIL')]);
  });

  it('never makes an admin of whoever registered with that address', async () => {
    const someone = await daymark.someone({ email: 'Admin@daymark.local' });
    expect(await daymark.app.get(FirstAdminService).welcome(true)).toEqual([expect.stringContaining('admin@daymark.local')]);
    expect((await someone.signsIn(someone.email)).session.account.accountRoles).toEqual(['learner']);
  });
});
