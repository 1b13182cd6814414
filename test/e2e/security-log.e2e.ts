import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { servedEndpoints } from '../../src/platform/http/served-endpoints.js';
import { readVersion } from '../../src/platform/health/health.contract.js';
import { changePassword, renewSession, setAccountRoles, signIn } from '../../src/users/users.contract.js';
import { makePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { freshDatabase, startDaymark, testConfig } from '../support/daymark.js';
import { PASSWORD, Someone } from '../support/people.js';
import { SetClock } from '../support/set-clock.js';

const NEXT = 'a new one, at last';

describe('the security log', () => {
  const lines: string[] = [];
  const clock = new SetClock();
  let app: NestFastifyApplication;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let url = '';
  const events = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ security }) => security !== undefined);
  const last = () => events().at(-1);
  /** A line is written once the answer is out. */
  const heard = async (security: string, outcome?: string) => {
    while (!events().some((event) => event.security === security && (outcome === undefined || event.outcome === outcome)))
      await new Promise((resolve) => setImmediate(resolve));
    return events().findLast((event) => event.security === security);
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const config = testConfig({ DAYMARK_ROLES: 'api', DAYMARK_LOG_LEVEL: 'info' });
    const log = { write: (line: string) => void lines.push(line) };
    app = await createApp({ config, databaseUrl: database.url, queueStore: { databaseUrl: database.url }, clock, log });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  }, 180_000);

  afterAll(async () => {
    await app.close();
    await database.drop();
  }, 180_000);

  beforeEach(() => void lines.splice(0));

  it('has who came in and who did not, by address and account', async () => {
    const someone = await new Someone(url).registers();
    expect(await heard('registration')).toMatchObject({ outcome: 'done', address: '127.0.0.1', reqId: expect.any(String) });
    await new Someone(url).signsIn(someone.email);
    const done = await heard('sign-in', 'done');
    await new Someone(url).refused(signIn, { body: { email: ` ${someone.email.toUpperCase()}`, password: 'a guess of it' } });
    expect(await heard('sign-in', 'wrong-credentials')).toMatchObject({ account: done?.account, address: '127.0.0.1' });
  });

  it('has new passwords, tokens and roles, with the person who made them', async () => {
    const someone = await new Someone(url).registers();
    await someone.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD } });
    expect(await heard('personal-token-made')).toMatchObject({ outcome: 'done', person: someone.id });
    await someone.refused(setAccountRoles, { params: { accountId: someone.id }, body: { accountRoles: ['admin'] } });
    expect(await heard('role-change')).toMatchObject({ outcome: 'not-permitted', person: someone.id });
    await someone.refused(changePassword, { body: { current: 'a guess of it', next: NEXT } });
    expect(await heard('password-change', 'wrong-password')).toMatchObject({ person: someone.id });
    await someone.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    expect(await heard('password-change', 'done')).toMatchObject({ person: someone.id });
  });

  it('has no token that stands in an address', async () => {
    const served = servedEndpoints(app).flatMap(({ path }) => (path.endsWith('/:token') ? [`/api/v1${path.slice(0, -':token'.length)}`] : []));
    expect(served).toContain('/api/v1/email-changes/');
    const addresses = ['/confirm-email/', '/change-email/', '/new-password/', '/unsubscribe/', ...new Set(served)];
    for (const address of addresses) await fetch(`${url}${address}a-token-of-somebody`);
    while (lines.filter((line) => line.includes('request completed')).length < addresses.length) await new Promise((resolve) => setImmediate(resolve));
    expect(lines.filter((line) => line.includes('a-token-of-somebody'))).toEqual([]);
  });

  it('has whoever may not do what they asked for', async () => {
    const someone = await new Someone(url).registers();
    await someone.refused(readVersion, {});
    expect(await heard('refused')).toMatchObject({ outcome: 'not-permitted', person: someone.id });
    expect(last()).not.toHaveProperty('account');
  });

  it('has a refresh token that was used again', async () => {
    const someone = await new Someone(url).registers();
    const stolen = someone.cookie;
    await someone.call(renewSession, {});
    clock.pass({ minutes: 1 });
    someone.cookie = stolen;
    await someone.refused(renewSession, {});
    expect(await heard('refresh-token-reused')).toMatchObject({ person: someone.id, session: expect.any(String) });
  });

  it('holds no password, no token and no email address', async () => {
    const someone = await new Someone(url).registers();
    await new Someone(url).signsIn(someone.email);
    const { token } = await someone.call(makePersonalToken, { body: { name: 'Backup', scopes: ['read'], password: PASSWORD } });
    await someone.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    await heard('password-change');
    const written = lines.join('');
    for (const secret of [PASSWORD, NEXT, token, someone.token!, someone.cookie!.split('=')[1]!, someone.email]) expect(written).not.toContain(secret);
  });
});

describe('what is for operators', () => {
  const TOKEN = 'a token for those who watch';
  const open = startDaymark();
  const behindToken = startDaymark({ settings: { DAYMARK_METRICS_TOKEN: TOKEN } });
  const published = startDaymark({ settings: { DAYMARK_PUBLIC_URL: 'https://daymark.example' } });
  const metrics = async (daymark: { url: string }, headers: Record<string, string> = {}) => (await fetch(`${daymark.url}/metrics`, { headers })).status;

  it('is read from this machine, not through a proxy on it', async () => {
    expect(await metrics(open)).toBe(200);
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']) expect(await metrics(open, { [header]: '203.0.113.9' })).toBe(401);
    expect(await metrics(published)).toBe(401);
  });

  it('is read by the token where there is one', async () => {
    expect(await metrics(behindToken)).toBe(401);
    expect(await metrics(behindToken, { authorization: 'Bearer another' })).toBe(401);
    expect(await metrics(behindToken, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' })).toBe(200);
  });

  it('is the version, which admins read and strangers find nowhere', async () => {
    const { version } = await (await open.withRoles('admin')).call(readVersion, {});
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    for (const path of ['/health/live', '/health/ready', '/api/openapi.json'])
      expect(await (await fetch(`${open.url}${path}`)).text()).not.toContain(`"${version}"`);
  });
});
