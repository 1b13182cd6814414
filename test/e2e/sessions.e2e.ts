import { SessionsService } from '../../src/users/sessions.service.js';
import { changePassword, deleteAccount, ownAccount, register, renewSession, signIn, signOut } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

describe('signing in', () => {
  const daymark = startDaymark();

  it('begins with an account, whose address is taken from then on, in whatever case', async () => {
    const learner = await daymark.someone({ email: 'Wren@Harbour.example', name: 'Wren Harbour', timeZone: 'Asia/Kolkata' });
    expect(learner.session).toMatchObject({
      expiresInSeconds: 900,
      account: { email: 'Wren@Harbour.example', timeZone: 'Asia/Kolkata', accountRoles: ['learner'] },
    });
    const again = { email: 'wren@HARBOUR.example', password: 'another one of theirs', name: 'Somebody', timeZone: 'UTC' };
    expect(await daymark.visitor().refused(register, { body: again })).toMatchObject({ type: '/problems/email-taken', status: 409 });
    expect((await daymark.someone({ email: 'two@harbour.example' })).id).not.toBe(learner.id);
  });

  it('takes the address in any case and with blanks around it, and no other password', async () => {
    const learner = await daymark.someone();
    const visitor = daymark.visitor();
    const { account } = await visitor.call(signIn, { body: { email: ` ${learner.email.toUpperCase()} `, password: PASSWORD } });
    expect(account.id).toBe(learner.id);
    const wrong = await visitor.refused(signIn, { body: { email: learner.email, password: `${PASSWORD}!` } });
    const unknown = await visitor.refused(signIn, { body: { email: 'nobody@harbour.example', password: PASSWORD } });
    expect(wrong).toMatchObject({ type: '/problems/wrong-credentials', status: 401 });
    expect(unknown).toEqual(wrong);
  });

  it('hands the refresh token in a cookie that no script and no other site sees', async () => {
    const learner = await daymark.someone();
    const body = JSON.stringify({ email: learner.email, password: PASSWORD });
    const response = await fetch(`${daymark.url}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^daymark_refresh=[\w-]{43};/);
    expect(cookie).toMatch(/; Max-Age=2592000; Path=\/api\/v1\/sessions; HttpOnly; SameSite=Strict$/);
    expect(await response.text()).not.toContain(cookie?.split(/[=;]/)[1]);
  });

  it('refuses text that no database keeps', async () => {
    expect(await daymark.visitor().refused(signIn, { body: { email: 'nul\u0000@harbour.example', password: PASSWORD } })).toMatchObject({
      type: '/problems/invalid-input',
    });
  });

  it('refuses a token for another audience, by another maker, or without a signature', async () => {
    const learner = await daymark.someone();
    const [, claims] = learner.session.accessToken.split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
    for (const token of [unsigned, `${learner.session.accessToken.slice(0, -2)}AA`]) {
      learner.token = token;
      expect(await learner.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
    }
  });
});

describe('staying signed in', () => {
  const daymark = startDaymark();
  const renew = async (someone: Someone, cookie = someone.cookie) => {
    someone.cookie = cookie;
    return (await someone.call(renewSession, {})).account.id;
  };
  const isOver = async (someone: Someone, cookie = someone.cookie) => {
    someone.cookie = cookie;
    expect(await someone.refused(renewSession, {})).toMatchObject({ type: '/problems/session-over', status: 401 });
  };

  it('trades the refresh token for another each time, and an access token that outlives the last', async () => {
    const learner = await daymark.someone();
    const first = learner.cookie;
    daymark.clock.pass({ minutes: 16 });
    expect(await learner.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in' });
    const { accessToken } = await learner.call(renewSession, {});
    learner.token = accessToken;
    expect(await learner.call(ownAccount, {})).toMatchObject({ id: learner.id });
    expect(learner.cookie).not.toBe(first);
  });

  it('gives two tabs at once, and one whose answer was lost, the same successor', async () => {
    const learner = await daymark.someone();
    const tabs = Array.from({ length: 6 }, () => Object.assign(daymark.visitor(), { cookie: learner.cookie }));
    await Promise.all(tabs.map((tab) => tab.call(renewSession, {})));
    expect(new Set(tabs.map(({ cookie }) => cookie)).size).toBe(1);
    daymark.clock.pass({ seconds: 9 });
    await renew(learner);
    expect(learner.cookie).toBe(tabs[0]?.cookie);
    expect(await renew(learner)).toBe(learner.id);
  });

  it('gives a tab that comes late the newest token, where another tab has traded twice', async () => {
    const learner = await daymark.someone();
    const late = learner.cookie;
    for (const _ of [1, 2]) await renew(learner);
    const newest = learner.cookie;
    const tab = Object.assign(daymark.visitor(), { cookie: late });
    await tab.call(renewSession, {});
    expect(tab.cookie).toBe(newest);
    // With the token in the middle, this would end the session as reuse.
    daymark.clock.pass({ seconds: 11 });
    await tab.call(renewSession, {});
  });

  it('ends half a year after the sign-in, however often they come', async () => {
    const learner = await daymark.someone();
    for (let days = 20; days < 180; days += 20) {
      daymark.clock.pass({ hours: 24 * 20 });
      await renew(learner);
    }
    daymark.clock.pass({ hours: 24 * 20 });
    await isOver(learner);
  });

  it('ends the session for whoever holds it when a token is used again later', async () => {
    const learner = await daymark.someone();
    const stolen = learner.cookie;
    await renew(learner);
    const successor = learner.cookie;
    daymark.clock.pass({ seconds: 11 });
    await isOver(learner, stolen);
    await isOver(learner, successor);
    const rows = await daymark.database.query<{ because: string }[]>('select ended_because as because from session where account_id = $1', [learner.id]);
    expect(rows).toEqual([{ because: 'token-reused' }]);
  });

  it('ends after thirty days without a visit, and for a token that is made up', async () => {
    const learner = await daymark.someone();
    daymark.clock.pass({ hours: 24 * 30 });
    await isOver(learner);
    await isOver(learner, 'daymark_refresh=made-up');
    expect(await daymark.visitor().refused(renewSession, {})).toMatchObject({ type: '/problems/session-over' });
  });

  it('forgets sessions that nobody can go on with at the next sign-in', async () => {
    const learner = await daymark.someone();
    await renew(learner);
    daymark.clock.pass({ hours: 24 * 31 });
    await learner.signsIn(learner.email);
    const [left] = await daymark.database.query<unknown[]>(
      `select (select count(*)::int from session s where s.account_id = $1) as sessions,
        (select count(*)::int from refresh_token join session s on s.id = session_id where s.account_id = $1) as tokens`,
      [learner.id],
    );
    expect(left).toEqual({ sessions: 1, tokens: 1 });
  });

  it('ends when they sign out, here alone', async () => {
    const learner = await daymark.someone();
    const elsewhere = await daymark.someone().then((other) => other.signsIn(learner.email));
    const cookie = learner.cookie;
    await learner.call(signOut, {});
    expect(learner.cookie).toBe('daymark_refresh=');
    await isOver(learner, cookie);
    expect(await renew(elsewhere)).toBe(learner.id);
    await daymark.visitor().call(signOut, {});
  });

  it('ends everywhere else with a new password', async () => {
    const learner = await daymark.someone();
    const elsewhere = await daymark.someone().then((other) => other.signsIn(learner.email));
    const before = learner.cookie;
    expect(await learner.refused(changePassword, { body: { current: 'not that one', next: 'a longer new one' } })).toMatchObject({
      type: '/problems/wrong-password',
      status: 422,
    });
    await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
    await isOver(elsewhere);
    expect(await renew(learner)).toBe(learner.id);
    await isOver(learner, before);
    expect(await learner.refused(signIn, { body: { email: learner.email, password: PASSWORD } })).toMatchObject({ type: '/problems/wrong-credentials' });
    await learner.signsIn(learner.email, 'a longer new one');
  });

  it('is not opened by a password that was changed while it was checked', async () => {
    const learner = await daymark.someone();
    const [row] = await daymark.database.query<{ hash: string }[]>('select password_hash as hash from account where id = $1', [learner.id]);
    await learner.call(changePassword, { body: { current: PASSWORD, next: 'a longer new one' } });
    await expect(daymark.app.get(SessionsService).open(learner.id, { checkedHash: row!.hash })).rejects.toMatchObject({ kind: { slug: 'wrong-credentials' } });
  });

  it('is over with the account', async () => {
    const learner = await daymark.someone();
    const cookie = learner.cookie;
    await learner.call(deleteAccount, { body: { password: PASSWORD } });
    expect(learner.cookie).toBe('daymark_refresh=');
    await isOver(learner, cookie);
  });
});
