import { ownAccount, register, renewSession, signIn, signOut } from '../../src/users/users.contract.js';
import { endOtherSessions, endSession, listSessions } from '../../src/users/sign-ins/sign-ins.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, Someone } from '../support/people.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

/** Someone who signs in with a browser of that name. */
class Browsing extends Someone {
  async opens(email: string, userAgent: string): Promise<this> {
    return this.holds(await this.call(signIn, { headers: { 'user-agent': userAgent }, body: { email, password: PASSWORD } }));
  }

  async returns(userAgent?: string): Promise<this> {
    return this.holds(await this.call(renewSession, userAgent === undefined ? {} : { headers: { 'user-agent': userAgent } }));
  }
}

describe('the list of sign-ins', () => {
  const daymark = startDaymark();
  const device = (email: string, userAgent: string) => new Browsing(daymark.url).opens(email, userAgent);
  const listed = async (person: Caller) => (await person.call(listSessions, {})).items;
  const isOut = async (person: Caller) => {
    expect(await person.refused(ownAccount, {})).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
    expect(await person.refused(renewSession, {})).toMatchObject({ type: '/problems/session-over' });
  };

  it('names browser and system, marks this device and puts it first', async () => {
    const { email } = await daymark.someone();
    const [laptop, phone] = [await device(email, FIREFOX), await device(email, SAFARI)];
    const ofLaptop = { browser: 'Firefox', system: 'Windows' };
    const ofPhone = { browser: 'Safari', system: 'iPhone' };
    expect((await listed(laptop)).slice(0, 2)).toMatchObject([
      { ...ofLaptop, isCurrent: true },
      { ...ofPhone, isCurrent: false },
    ]);
    expect((await listed(phone)).slice(0, 2)).toMatchObject([
      { ...ofPhone, isCurrent: true },
      { ...ofLaptop, isCurrent: false },
    ]);
  });

  it('holds a registration too, and a browser that says nothing or far too much', async () => {
    const body = { email: 'tern@harbour.example', password: PASSWORD, name: 'Tern', timeZone: 'UTC' };
    await daymark.visitor().call(register, { headers: { 'user-agent': '' }, body });
    const long = await device(body.email, `${FIREFOX} ${'x'.repeat(5_000)}`);
    expect(await listed(long)).toMatchObject([
      { browser: 'Firefox', system: 'Windows', isCurrent: true },
      { browser: null, system: null, isCurrent: false },
    ]);
    const [row] = await daymark.database.query<{ length: number }[]>('select max(length(user_agent))::int as length from session');
    expect(row?.length).toBe(200);
  });

  it('says since when, and when last to the hour; a browser that was updated is named by its new name', async () => {
    const { email } = await daymark.someone();
    const laptop = await device(email, FIREFOX);
    const signedInAt = expect.stringContaining(daymark.clock.now().toString().slice(0, 16)) as string;
    const [first] = await listed(laptop);
    expect(first).toMatchObject({ signedInAt, lastSeenAt: first!.signedInAt });
    daymark.clock.pass({ hours: 50, minutes: 20 });
    await laptop.returns(SAFARI);
    const hour = daymark.clock.now().round({ smallestUnit: 'hour', roundingMode: 'floor' }).toString({ smallestUnit: 'millisecond' });
    expect((await listed(laptop))[0]).toMatchObject({ signedInAt, lastSeenAt: hour, browser: 'Safari', system: 'iPhone' });
  });

  it('ends one sign-in at once, and no other', async () => {
    const { email } = await daymark.someone();
    const [laptop, phone, tablet] = [await device(email, FIREFOX), await device(email, SAFARI), await device(email, SAFARI)];
    await phone.call(ownAccount, {});
    const { id: sessionId } = (await listed(phone))[0]!;
    for (const _ of [1, 2]) await laptop.call(endSession, { params: { sessionId } });
    await isOut(phone);
    for (const each of [laptop, tablet]) await each.call(ownAccount, {});
    expect((await listed(laptop)).map(({ id }) => id)).not.toContain(sessionId);
  });

  it('ends nobody else’s', async () => {
    const [person, other] = [await daymark.someone(), await daymark.someone()];
    const { id: sessionId } = (await listed(other))[0]!;
    expect(await person.refused(endSession, { params: { sessionId } })).toMatchObject({ type: '/problems/not-found', status: 404 });
    await person.call(endOtherSessions, {});
    await other.call(ownAccount, {});
    expect((await listed(person)).map(({ id }) => id)).not.toContain(sessionId);
  });

  it('ends every other sign-in at once, and leaves this one', async () => {
    const person = await daymark.someone();
    const [laptop, phone] = [await device(person.email, FIREFOX), await device(person.email, SAFARI)];
    await Promise.all([phone.call(ownAccount, {}), person.call(ownAccount, {})]);
    await laptop.call(endOtherSessions, {});
    for (const each of [phone, person]) await isOut(each);
    expect(await listed(laptop)).toMatchObject([{ isCurrent: true }]);
    await laptop.returns();
  });

  it('leaves out what nobody can continue', async () => {
    const person = await daymark.someone();
    const [left, unused] = [await device(person.email, SAFARI), await device(person.email, SAFARI)];
    await left.call(signOut, {});
    daymark.clock.pass({ hours: 24 * 29 });
    const here = await new Browsing(daymark.url).opens(person.email, FIREFOX);
    expect((await listed(here)).length).toBe(3);
    daymark.clock.pass({ hours: 24 * 2 });
    await here.returns();
    expect((await listed(here)).length).toBe(1);
    expect(await unused.refused(renewSession, {})).toMatchObject({ type: '/problems/session-over' });
  });

  it('leaves out a sign-in that is older than a session may be', async () => {
    const person = await daymark.someone();
    const old = await device(person.email, SAFARI);
    for (let days = 0; days < 180; days += 20) {
      await old.returns();
      daymark.clock.pass({ hours: 24 * 20 });
    }
    const here = await device(person.email, FIREFOX);
    expect(await listed(here)).toMatchObject([{ isCurrent: true }]);
  });
});

describe('the refresh cookie over TLS', () => {
  const daymark = startDaymark({ settings: { DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const OLD = 'daymark_refresh';
  const NEW = '__Host-daymark_refresh';
  const renew = (cookie: string) => fetch(`${daymark.url}/api/v1/sessions/current`, { method: 'PUT', headers: { cookie } });
  const named = (response: Response) => response.headers.getSetCookie().map((each) => each.split('=')[0]);
  const tokenOf = ({ cookie = '' }: Caller) => cookie.split('=')[1] ?? '';
  /** As a sign-in from before the upgrade: the migration marked it. */
  const fromBefore = async () => {
    const person = await daymark.someone();
    await daymark.database.query('update session set old_cookie_until = $2 where account_id = $1', [
      person.id,
      daymark.clock.now().add({ hours: 720 }).toString(),
    ]);
    return person;
  };

  it('belongs to this host alone', async () => {
    const person = await daymark.someone();
    expect(person.cookie).toMatch(new RegExp(`^${NEW}=[\\w-]{43}$`));
    const response = await renew(person.cookie!);
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/)]);
  });

  it('replaces the one of earlier versions, so that nobody is signed out', async () => {
    const person = await fromBefore();
    const responses = await Promise.all([1, 2].map(() => renew(`${OLD}=${tokenOf(person)}`)));
    for (const response of responses) {
      expect([response.status, named(response)]).toEqual([200, [NEW, OLD]]);
      expect(response.headers.getSetCookie()[1]).toMatch(/^daymark_refresh=; .*Path=\/api\/v1\/sessions; Expires=Thu, 01 Jan 1970/);
    }
    expect((await renew(responses[0]!.headers.getSetCookie()[0]!.split(';')[0]!)).status).toBe(200);
  });

  it('is not taken under the old name from a sign-in that began with the new one: another host could have planted it', async () => {
    const person = await daymark.someone();
    expect((await renew(`${OLD}=${tokenOf(person)}`)).status).toBe(401);
    const [older, own] = [await fromBefore(), await daymark.someone()];
    daymark.clock.pass({ hours: 719 });
    await own.signsIn(own.email);
    const response = await renew(`${OLD}=${tokenOf(older)}; ${NEW}=${tokenOf(own)}`);
    expect(((await response.json()) as { account: { id: string } }).account.id).toBe(own.id);
  });

  it('ends the session on signing out under either name, and takes both away', async () => {
    const [person, older] = [await daymark.someone(), await fromBefore()];
    for (const cookie of [`${NEW}=${tokenOf(person)}; ${OLD}=x`, `${OLD}=${tokenOf(older)}`]) {
      const response = await fetch(`${daymark.url}/api/v1/sessions/current`, { method: 'DELETE', headers: { cookie } });
      expect(named(response)).toEqual([NEW, OLD]);
      expect((await renew(cookie)).status).toBe(401);
    }
  });
});
