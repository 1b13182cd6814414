import { requestEmailChange } from '../../src/users/email-change/email-change.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { changePassword, deleteAccount, ownAccount, requestPasswordReset, resetPassword } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';

/** What is empty counts as absent: these are the limits of a Daymark that nobody configured. */
const DEFAULTS = { DAYMARK_SIGN_IN_PER_MINUTE: '', DAYMARK_WRITES_PER_MINUTE: '' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** More would only wait for one of the few connections to the database that a test has. */
const AT_ONCE = 25;

let addresses = 0;
/** Another network for each attack, told by a proxy that is believed. */
const elsewhere = () => `203.0.113.${++addresses}`;

describe('an attack at default settings', () => {
  const daymark = startDaymark({ settings: { ...DEFAULTS, DAYMARK_TRUSTED_PROXIES: '127.0.0.1' } });
  const send = (method: string, path: string, body: unknown, from = elsewhere(), headers: Record<string, string> = {}) =>
    fetch(`${daymark.url}/api/v1${path}`, { method, body: JSON.stringify(body), headers: { ...JSON_TYPE, 'x-forwarded-for': from, ...headers } });
  /** How often each status was answered: '401 10, 429 20'. */
  const tally = async (times: number, attack: (index: number) => Promise<Response>) => {
    const counts: Record<string, number> = {};
    for (let done = 0; done < times; done += AT_ONCE)
      for (const { status } of await Promise.all(Array.from({ length: Math.min(AT_ONCE, times - done) }, (_, index) => attack(done + index))))
        counts[status] = (counts[status] ?? 0) + 1;
    return Object.entries(counts)
      .map(([status, count]) => `${status} x ${count}`)
      .join(', ');
  };
  const guess = (email: string, from: string, password = 'a guess of it') => send('POST', '/sessions', { email, password }, from);

  it.each<[attack: string, wanted: string, run: () => Promise<string>]>([
    [
      'guessing the password of one account',
      '401 x 10, 429 x 5',
      async () => {
        const [{ email }, from] = [await daymark.someone(), elsewhere()];
        return tally(15, () => guess(email, from));
      },
    ],
    [
      'guessing with blanks and capitals around the email',
      '401 x 10, 429 x 5',
      async () => {
        const [{ email }, from] = [await daymark.someone(), elsewhere()];
        return tally(15, (index) => guess(`${' '.repeat(index)}${index % 2 ? email.toUpperCase() : email}\t`, from));
      },
    ],
    [
      'guessing from many networks',
      '401 x 10, 429 x 5',
      async () => {
        const { email } = await daymark.someone();
        return tally(15, () => guess(email, elsewhere()));
      },
    ],
    ['guessing for an address without an account', '401 x 10, 429 x 5', () => tally(15, () => guess('nobody@harbour.example', elsewhere()))],
    [
      'guessing the present password with a stolen session',
      '422 x 10, 429 x 5',
      async () => {
        const { token } = await daymark.someone();
        const body = { current: 'a guess of it', next: 'a new one, at last' };
        return tally(15, () => send('PUT', '/accounts/me/password', body, elsewhere(), { authorization: `Bearer ${token}` }));
      },
    ],
    [
      'trying many accounts from one network',
      '400 x 200, 429 x 50',
      async () => {
        const from = elsewhere();
        return tally(250, () => send('POST', '/sessions', {}, from));
      },
    ],
    [
      'the same with another made-up token each time',
      '400 x 200, 429 x 50',
      async () => {
        const from = elsewhere();
        return tally(250, (index) => send('POST', '/sessions', {}, from, { authorization: `Bearer a.${index}.b` }));
      },
    ],
    [
      'the same from one IPv6 network with another address each time',
      '400 x 200, 429 x 50',
      () => tally(250, (index) => send('POST', '/sessions', {}, `2001:db8:1:2::${index.toString(16)}`)),
    ],
    ['the same from as many IPv6 networks', '400 x 250', () => tally(250, (index) => send('POST', '/sessions', {}, `2001:db8:9:${index.toString(16)}::1`))],
    [
      'registering 300 accounts from one network',
      '400 x 100, 429 x 200',
      async () => {
        const from = elsewhere();
        return tally(300, () => send('POST', '/accounts', {}, from));
      },
    ],
    [
      'writing 300 times',
      '200 x 240, 429 x 60',
      async () => {
        const { token } = await daymark.someone();
        return tally(300, () => send('PATCH', '/accounts/me', {}, elsewhere(), { authorization: `Bearer ${token}` }));
      },
    ],
    [
      'asking for 15 links to one person, in many ways to write the address',
      '202 x 3, 429 x 12',
      async () => {
        const { email } = await daymark.someone();
        return tally(15, (index) => send('POST', '/password-resets', { email: `${' '.repeat(index)}${email.toUpperCase()}` }));
      },
    ],
    [
      'asking for links to 70 people from one network',
      '202 x 60, 429 x 10',
      async () => {
        const from = elsewhere();
        return tally(70, (index) => send('POST', '/password-resets', { email: `someone-${index}@harbour.example` }, from));
      },
    ],
  ])('%s: %s', async (_, wanted, run) => expect(await run()).toBe(wanted));

  it('waits longer after each wrong guess, and says how long', async () => {
    const [{ email }, from] = [await daymark.someone(), elsewhere()];
    await tally(10, () => guess(email, from));
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const refused = await guess(email, from);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(await refused.json()).toMatchObject({ type: '/problems/too-many-requests', seconds });
      waits.push(seconds);
      daymark.clock.pass({ seconds });
      expect((await guess(email, from)).status).toBe(401);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
  });

  it('says in words when to try again', async () => {
    const [{ email }, from] = [await daymark.someone(), elsewhere()];
    await tally(11, () => guess(email, from));
    expect(await (await guess(email, from)).json()).toMatchObject({ detail: 'Too many attempts to sign in to this account. Try again in 15 seconds.' });
  });

  it('does not lock out the owner: the browser of before comes in, and so does a new password by mail', async () => {
    const owner = await daymark.someone();
    const signedIn = await guess(owner.email, elsewhere(), PASSWORD);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    await tally(15, () => guess(owner.email, elsewhere()));
    expect((await guess(owner.email, elsewhere(), PASSWORD)).status).toBe(429);
    const body = { email: owner.email, password: PASSWORD };
    expect((await send('POST', '/sessions', body, elsewhere(), { cookie })).status).toBe(201);

    await owner.call(requestPasswordReset, { body: { email: owner.email } });
    const [mail] = await daymark.database.query<{ text: string }[]>(`select text from message where person_id = $1 and kind = 'password-reset'`, [owner.id]);
    const token = /\/new-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    await owner.call(resetPassword, { params: { token }, body: { password: 'a new one, at last' } });
    expect((await guess(owner.email, elsewhere(), 'a new one, at last')).status).toBe(201);
  });

  it('gets few more guesses with many browsers, from someone who knew the password once', async () => {
    const owner = await daymark.someone();
    const cookies: string[] = [];
    for (let browser = 0; browser < 8; browser++) {
      const signedIn = await guess(owner.email, elsewhere(), PASSWORD);
      cookies.push(
        signedIn.headers
          .getSetCookie()
          .find((each) => each.startsWith('daymark_browser='))
          ?.split(';')[0] ?? '',
      );
    }
    const body = { email: owner.email, password: 'a guess of it' };
    const attack = (index: number) => send('POST', '/sessions', body, elsewhere(), { cookie: cookies[index % cookies.length] ?? '' });
    expect(await tally(64, attack)).toBe('401 x 50, 429 x 14');
  });

  it('gets no more guesses by a cookie of another account, or by one that is made up', async () => {
    const [owner, thief] = [await daymark.someone(), await daymark.someone()];
    const cookies = (await guess(thief.email, elsewhere(), PASSWORD)).headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    const known = cookies.find((each) => each.startsWith('daymark_browser=')) ?? '';
    const forged = known.replace(thief.id, owner.id);
    expect(forged).not.toBe(known);
    await tally(10, () => guess(owner.email, elsewhere()));
    for (const cookie of [known, forged]) {
      const body = { email: owner.email, password: 'a guess of it' };
      expect((await send('POST', '/sessions', body, elsewhere(), { cookie })).status).toBe(429);
    }
  });

  it('counts one budget for every place that asks for the present password', async () => {
    const someone = await daymark.someone();
    for (let round = 0; round < 10; round++) await someone.refused(changePassword, { body: { current: 'a guess of it', next: 'a new one, at last' } });
    const waits = { type: '/problems/too-many-requests' };
    expect(await someone.refused(deleteAccount, { body: { password: PASSWORD } })).toMatchObject(waits);
    expect(await someone.refused(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD } })).toMatchObject(waits);
    expect(await someone.refused(requestEmailChange, { body: { email: 'new@harbour.example', password: PASSWORD } })).toMatchObject(waits);
    expect(await someone.call(ownAccount, {})).toMatchObject({ id: someone.id });
  });

  it('leaves three mails an hour in the inbox of the person', async () => {
    const { id, email } = await daymark.someone();
    const ask = () => tally(5, () => send('POST', '/password-resets', { email }));
    const mails = async () => (await daymark.database.query<unknown[]>(`select from message where person_id = $1 and kind = 'password-reset'`, [id])).length;
    expect(await ask()).toBe('202 x 3, 429 x 2');
    expect(await mails()).toBe(3);
    daymark.clock.pass({ hours: 1 });
    expect(await ask()).toBe('202 x 3, 429 x 2');
    expect(await mails()).toBe(6);
  });

  it('leaves nothing behind: no address stands in the counts, and old ones go', async () => {
    const { email } = await daymark.someone();
    await guess(email, elsewhere());
    const rows = () => daymark.database.query<{ key: string }[]>('select key from attempt_count');
    expect((await rows()).every(({ key }) => /^[\w-]{43}$/.test(key))).toBe(true);
    daymark.clock.pass({ hours: 48 });
    for (let round = 0; round < 20; round++) await guess(`someone-${round}@elsewhere.example`, elsewhere());
    expect((await rows()).length).toBeLessThanOrEqual(20);
  });
});

describe('an address that a request claims', () => {
  const daymark = startDaymark({ settings: DEFAULTS });

  it('is not believed where no proxy is trusted', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 250 }, async (_, index) => {
        const headers = { ...JSON_TYPE, 'x-forwarded-for': `198.51.100.${index}` };
        return (await fetch(`${daymark.url}/api/v1/sessions`, { method: 'POST', headers, body: '{}' })).status;
      }),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
  });
});

describe('an attack on all accounts from many networks', () => {
  const daymark = startDaymark({ settings: { DAYMARK_SIGN_IN_PER_MINUTE: '1', DAYMARK_TRUSTED_PROXIES: '127.0.0.1' } });
  const knock = (from: string, cookie = '') =>
    fetch(`${daymark.url}/api/v1/sessions`, { method: 'POST', headers: { ...JSON_TYPE, 'x-forwarded-for': from, cookie }, body: '{}' });

  it('slows down strangers, and not the browsers in which somebody signed in before', async () => {
    const body = JSON.stringify({ email: (await daymark.someone()).email, password: PASSWORD });
    const signedIn = await fetch(`${daymark.url}/api/v1/sessions`, { method: 'POST', headers: JSON_TYPE, body });
    const cookie = signedIn.headers.getSetCookie().find((each) => each.startsWith('daymark_browser='));
    const statuses = await Promise.all(Array.from({ length: 300 }, async (_, index) => (await knock(`198.51.100.${index % 250}`)).status));
    // The two before count as well.
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await knock(elsewhere())).status).toBe(429);
    expect((await knock(elsewhere(), cookie)).status).toBe(400);
    expect((await knock(elsewhere(), cookie)).status).toBe(429);
  });
});
